import Documents
import Extract
import Foundation
import Testing

/// `Constructions.tsv` holds the 74 constructions of reports. A sentence's line is its construction, the part of the report it
/// stands in, and the sentence; the lines behind it, each with a tab in front, are all that must be read from it.
@Suite("The table of constructions")
struct ConstructionTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var construction: String
    var isPlan: Bool
    var sentence: String
    /// Why what is read is known to differ from what is right; empty where it is right.
    var knownWrong: String
    var expected: [String]
    var testDescription: String { "\(construction) \(sentence)" }
  }

  static let rows: [Row] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Constructions.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var rows: [Row] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("\t") {
        guard !rows.isEmpty else { continue }
        rows[rows.count - 1].expected.append(String(line.dropFirst()))
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3 else { continue }
      rows.append(
        Row(
          construction: fields[0],
          isPlan: fields[1] == "plan",
          sentence: fields[2],
          knownWrong: fields.count > 3 ? fields[3] : "",
          expected: []
        )
      )
    }
    return rows
  }()

  /// All fields of every observation, one line each, in the columns of the table.
  static func read(_ row: Row) -> [String] {
    let read = ReadSentence(row.sentence, mood: row.isPlan ? .plan : .review)
    return read.observations.map { observation in
      let value = observation.value + (observation.valueHigh.map { "..\($0)" } ?? "")
      let rank = observation.rankScope.map { "\($0)/\(observation.rankOf?.name ?? "-")" }
      let fields: [String?] = [
        read.page.text[observation.quote], observation.indicator, observation.measure.name, value, observation.unit,
        observation.comparator.name, observation.period?.description, observation.status.name, observation.area,
        observation.code, observation.action, rank,
      ]
      return fields.map { $0 ?? "-" }.joined(separator: "\t")
    }
  }

  @Test("It has each of the 74 constructions")
  func size() {
    let names = (1...74).map { $0 < 10 ? "C0\($0)" : "C\($0)" }
    #expect(Set(Self.rows.map(\.construction)) == Set(names))
  }

  @Test("A construction gives these observations in every field", arguments: rows.filter { $0.knownWrong.isEmpty })
  func constructions(row: Row) {
    #expect(Self.read(row) == row.expected)
  }

  @Test(
    "What is known to be read wrong still is; unmark what has become right",
    arguments: rows.filter { !$0.knownWrong.isEmpty }
  )
  func knownWrong(row: Row) {
    #expect(Self.read(row) != row.expected, "right now: take away \(row.knownWrong)")
  }
}
