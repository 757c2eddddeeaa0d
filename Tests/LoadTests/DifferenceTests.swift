import Documents
import Foundation
import Testbed
import Testing

@testable import Load

@Suite("Writing by difference equals building anew")
struct DifferenceTests {
  /// What a random document is made of, so that an edit is a change of a few numbers.
  private struct Recipe {
    struct Line {
      var words: Int
      var value: Int?
      var isTable = false
    }

    var lines: [Line] = []
    var sections: [Int] = []
    var findings = 0
    var state = DocumentState.current

    func build(uri: String) -> DocumentRows {
      var document = ReportBuilder(uri: uri)
      for (index, line) in lines.enumerated() {
        if sections.contains(index) { document.section("第\(index % 3)部分", number: "\(index)") }
        let words = ["全市生产", "工业生产", "绿色发展", "民生"][line.words % 4]
        guard let value = line.value else {
          document.sentence("\(words)取得进展。")
          continue
        }
        if line.isTable {
          document.tableRow(
            "\(words)\t\(value)",
            quote: "\(value)",
            cell: .init(caption: "表", rowPath: words, columnPath: "数", occurrence: index),
            value: "\(value)"
          )
        } else {
          document.sentence("\(words)\(value)亿元，增长6%。")
          document.observe("\(value)亿元", value: "\(value)", base: Double(value) * 1e8)
          document.observe("6%", value: "6", unit: "%", measure: .growth)
        }
      }
      document.term("绿色", count: lines.count)
      document.findings = Findings(
        (0..<findings).map { index in
          let hasObservation = !lines.isEmpty && lines.contains { $0.value != nil }
          return Finding(
            rule: "rule\(index % 2)",
            severity: .info,
            message: "\(index / 2)",
            observation: hasObservation && index == 0 ? 0 : nil
          )
        }
      )
      return document.rows(digest: UInt8(truncatingIfNeeded: lines.count))
    }
  }

  private static func edit(_ recipe: inout Recipe, using random: inout SeededNumbers) {
    switch Int.random(in: 0..<9, using: &random) {
    case 0...2:
      let line = Recipe.Line(
        words: Int.random(in: 0..<4, using: &random),
        value: Bool.random(using: &random) ? Int.random(in: 1..<4, using: &random) : nil,
        isTable: Int.random(in: 0..<4, using: &random) == 0
      )
      recipe.lines.insert(line, at: Int.random(in: 0...recipe.lines.count, using: &random))
    case 3 where !recipe.lines.isEmpty:
      recipe.lines.remove(at: Int.random(in: 0..<recipe.lines.count, using: &random))
    case 4 where !recipe.lines.isEmpty:
      recipe.lines[Int.random(in: 0..<recipe.lines.count, using: &random)].value = Int.random(in: 1..<4, using: &random)
    case 5 where recipe.lines.count > 1:
      recipe.lines.swapAt(0, recipe.lines.count - 1)
    case 6: recipe.sections = (0..<2).map { _ in Int.random(in: 0..<6, using: &random) }
    case 7: recipe.findings = Int.random(in: 0..<5, using: &random)
    default: recipe.lines.removeAll()
    }
  }

  @Test("After random edits the rows are those of a warehouse made anew", arguments: 0..<8)
  func randomEdits(number: UInt64) throws {
    let seed = number &* 0x9E37_79B9_7F4A_7C15 &+ 2026
    var random = SeededNumbers(seed: seed)
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      var recipes: [String: Recipe] = [:]
      var groups: [String: Int] = [:]
      for run in 0..<6 {
        var changes: [WarehouseChange] = []
        for uri in ["a", "b", "c"] where Bool.random(using: &random) {
          if recipes[uri] != nil, Int.random(in: 0..<6, using: &random) == 0 {
            recipes[uri] = nil
            changes.append(.remove(uri: uri))
            continue
          }
          var recipe = recipes[uri] ?? Recipe()
          for _ in 0..<Int.random(in: 1..<5, using: &random) { Self.edit(&recipe, using: &random) }
          recipes[uri] = recipe
          changes.append(.put(recipe.build(uri: uri)))
        }
        let count = Int.random(in: 0..<4, using: &random)
        groups["g"] = count == 0 ? nil : count
        changes.append(count == 0 ? .removeGroup(key: "g") : .putGroup(Self.group(count)))
        try load(changes, into: path)

        let fresh = folder + "/fresh\(run).sqlite"
        let everything = recipes.sorted { $0.key > $1.key }.map { WarehouseChange.put($1.build(uri: $0)) }
        try load(everything + groups.values.map { .putGroup(Self.group($0)) }, into: fresh)
        #expect(try contents(path) == contents(fresh), "seed \(seed), run \(run)")
        try checkIntegrity(path)

        let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1")
        defer { warehouse.close() }
        let states = try warehouse.loadStates()
        #expect(try states.map(\.rowCount) == warehouse.rowCounts().map(\.count), "seed \(seed), run \(run)")
        for state in states {
          #expect(try warehouse.rowDigest(of: state.kind, state.key) == state.rowDigest, "seed \(seed), run \(run)")
        }
      }
    }
  }

  private static func group(_ count: Int) -> GroupRows {
    GroupRows(
      key: "g",
      outputDigest: [UInt8(count)],
      findings: Findings((0..<count).map { .init(rule: "r", severity: .info, message: "\($0)", document: "a") })
    )
  }

  @Test("An observation of which nothing has changed but its sentence's white space goes over to the new sentence")
  func otherSentence() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      for end in ["。", "　。"] {
        var document = ReportBuilder(uri: "a")
        document.sentence("地区生产总值120亿元" + end)
        document.observe("120亿元", value: "120")
        try load([.put(document.rows())], into: path)
        #expect(try query(path, "SELECT sentence FROM observations") == [["地区生产总值120亿元" + end]])
      }
    }
  }

  @Test("A sentence put in front leaves the ids of the others and of their observations")
  func stableIDs() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      func document(_ first: String?, space: String = "") -> DocumentRows {
        var document = ReportBuilder(uri: "a")
        if let first { document.sentence(first) }
        document.sentence("地区生产总值\(space)120亿元。")
        document.observe("120亿元", value: "120")
        return document.rows()
      }
      try load([.put(document(nil))], into: path)
      let before = try query(path, "SELECT id, observation_id, sentence_id FROM observation")
      try load([.put(document("开场白。"))], into: path)
      #expect(try query(path, "SELECT id, observation_id, sentence_id FROM observation") == before)
      #expect(try query(path, "SELECT sentence_start FROM observations") == [["5"]])

      // White space is not part of an id: the row is mended, its sentence is another one.
      try load([.put(document("开场白。", space: "　"))], into: path)
      let after = try query(path, "SELECT id, observation_id, sentence_id FROM observation")
      #expect(after.map { $0.prefix(2) } == before.map { $0.prefix(2) })
      #expect(try query(path, "SELECT quote_start FROM observations") == [["7"]])
    }
  }
}
