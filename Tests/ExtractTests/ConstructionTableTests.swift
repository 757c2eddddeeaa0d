import Documents
import Extract
import Foundation
import Testbed
import Testing

/// `Constructions.tsv` holds the 74 constructions of reports. A sentence's line is its construction, the part of the report it
/// stands in, and the sentence; the lines behind it, each with a tab in front, are all that must be read from it.
@Suite("The table of constructions")
struct ConstructionTableTests {
  struct Construction: Sendable, CustomTestStringConvertible {
    let name: String
    let isPlan: Bool
    /// Why what is read is known to differ from what is right; empty where it is right.
    let knownWrong: String
    let sentence: SentenceRows
    var testDescription: String { "\(name) \(sentence.text)" }

    init?(_ row: SentenceRows) {
      let fields = row.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3 else { return nil }
      name = fields[0]
      isPlan = fields[1] == "plan"
      knownWrong = fields.count > 3 ? fields[3] : ""
      sentence = SentenceRows(text: fields[2], rows: row.rows)
    }
  }

  static let constructions: [Construction] = {
    let text = try? ProjectFolder.text("Tests/ExtractTests/Constructions.tsv")
    return SentenceRows.table(text ?? "").compactMap(Construction.init)
  }()

  /// All fields of every observation, one line each, in the columns of the table.
  static func read(_ construction: Construction) -> [String] {
    let read = ReadSentence(construction.sentence.text, mood: construction.isPlan ? .plan : .review)
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
    #expect(Set(Self.constructions.map(\.name)) == Set(names))
  }

  @Test(
    "A construction gives these observations in every field",
    arguments: constructions.filter { $0.knownWrong.isEmpty }
  )
  func right(construction: Construction) {
    construction.sentence.expect(Self.read(construction))
  }

  @Test(
    "What is known to be read wrong still is; unmark what has become right",
    arguments: constructions.filter { !$0.knownWrong.isEmpty }
  )
  func knownWrong(construction: Construction) {
    #expect(
      Self.read(construction) != construction.sentence.rows,
      "right now: take away \(construction.knownWrong)"
    )
  }
}
