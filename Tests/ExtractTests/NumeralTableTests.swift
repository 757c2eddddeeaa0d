import Documents
import Foundation
import Testbed
import Testing

@testable import Extract

@Suite("The table of numerals")
struct NumeralTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    var testDescription: String { "\(text) -> \(expected)" }
  }

  static let rows: [String: [Row]] = {
    let text = (try? ProjectFolder.text("Tests/ExtractTests/Numerals.tsv")) ?? ""
    var rows: [String: [Row]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, fields[0] != "kind" else { continue }
      rows[fields[0], default: []].append(Row(text: fields[1], expected: fields[2]))
    }
    return rows
  }()

  @Test("It has at least three hundred rows")
  func size() {
    #expect(Self.rows.values.map(\.count).reduce(0, +) >= 300)
  }

  @Test("A numeral has its value", arguments: rows["numeral"] ?? [])
  func numerals(row: Row) throws {
    let bytes = Array(row.text.utf8)
    let numeral = try #require(bytes.withUnsafeBufferPointer { ChineseNumeral.read($0, at: 0, end: $0.count) })
    #expect(numeral.range.upperBound == bytes.count)
    let zeros = String(repeating: "0", count: numeral.unitPower)
    #expect(numeral.value.text + zeros == row.expected)
  }

  @Test("A quantity has its value, unit and bound", arguments: rows["quantity"] ?? [])
  func quantities(row: Row) throws {
    let read = ReadSentence("指标甲为\(row.text)。")
    let observation = try #require(read.observations.first)
    #expect(read.observations.count == 1)
    let high = observation.valueHigh.map { "..\($0)" } ?? ""
    #expect("\(observation.value)\(high) \(observation.unit ?? "-") \(observation.comparator.name)" == row.expected)
  }

  @Test("What only looks like a number counts nothing", arguments: rows["none"] ?? [])
  func refused(row: Row) {
    #expect(ReadSentence("推进\(row.text)建设。").lines == [])
    #expect(ReadSentence("\(row.text)。").lines == [])
  }
}
