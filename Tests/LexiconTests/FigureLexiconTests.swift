import Testing

@testable import Lexicon

@Suite("The words around figures load")
struct FigureLexiconTests {
  @Test("Every row of the built-in files is read")
  func builtIn() {
    #expect(Units.builtIn.all.count > 200)
    #expect(Cues.builtIn.parts.count > 1000)
    #expect(Indicators.builtIn.all.count >= 150)
  }

  @Test("A multiplier without a power is a fault of its line")
  func multiplier() throws {
    let table = try TSVTable(
      file: "units.tsv",
      bytes: Array("name\tkind\tpower\tchinese\tseen\n万\tmultiplier\t\tyes\ttest\n".utf8),
      columns: ["name", "kind", "power", "chinese", "seen"],
      optional: ["power"]
    )
    #expect(throws: LexiconError.self) { try Units(table) }
  }

  @Test("Two indicators of one name are a fault of the second line")
  func double() throws {
    let columns = ["name", "aliases", "unit", "kind", "good", "code", "note", "seen"]
    let rows = "粮食产量\t粮食总产\t\tflow\tup\tgrain\t\ttest\n油料产量\t粮食总产\t\tflow\tup\t\t\ttest\n"
    let table = try TSVTable(
      file: "indicators.tsv",
      bytes: Array((columns.joined(separator: "\t") + "\n" + rows).utf8),
      columns: columns,
      optional: ["aliases", "unit", "code", "note"]
    )
    let problem = LexiconError.Problem.double(key: "粮食总产", firstFile: "indicators.tsv", firstLine: 2)
    #expect(throws: LexiconError(file: "indicators.tsv", line: 3, problem: problem)) { try Indicators(table) }
  }

  @Test(
    "The longest word that begins or ends at a place is found",
    arguments: [("增长至5%", 9), ("增长5%", 6), ("长5%", 0)]
  )
  func trie(text: String, length: Int) {
    let trie = ScalarTrie([(Array("增长".utf8), 0), (Array("增长至".utf8), 1)])
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect((trie.longest(in: bytes, from: 0, to: bytes.count)?.end ?? 0) == length)
    }
  }
}
