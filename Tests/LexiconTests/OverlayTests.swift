import Lexicon
import Testing

@Suite("The user's words over the built-in ones")
struct OverlayTests {
  private func units(_ rows: String) throws(LexiconError) -> Units {
    let text = "name\tkind\tpower\tchinese\tseen\n" + rows + "\n"
    let overlay = LexiconOverlay(name: "units.tsv", path: "own/units.tsv", bytes: Array(text.utf8))
    return try FigureLexicon(overlaidBy: [overlay]).units
  }

  @Test("A row with a new key is added")
  func added() throws {
    #expect(Units.builtIn.trie.value(of: Array("甑".utf8)) == nil)
    let units = try units("甑\tcount\t\tyes\town")
    #expect(units.trie.value(of: Array("甑".utf8)) != nil)
    #expect(units.all.count == Units.builtIn.all.count + 1)
  }

  @Test("A row with the key of another replaces it")
  func replaced() throws {
    let units = try units("公里\tcount\t\tno\town")
    #expect(units.all.count == Units.builtIn.all.count)
    #expect(units.all.first { $0.name == "公里" }?.kind == .count)
  }

  @Test("A row with an exclamation mark disables one")
  func disabled() throws {
    let units = try units("!公里\t\t\t\t")
    #expect(units.trie.value(of: Array("公里".utf8)) == nil)
  }

  @Test(
    "A fault names the user's file and its line",
    arguments: [("甑\tpot\t\tyes\town", 2), ("!没有的单位\t\t\t\t", 2), ("甲\tcount\t\tyes\town\n甲\tcount\t\tyes\town", 3)]
  )
  func faults(rows: String, line: Int) throws {
    let error = try #require(throws: LexiconError.self) { try units(rows) }
    #expect(error.file == "own/units.tsv")
    #expect(error.line == line)
  }

  @Test("Without overlays nothing is built anew")
  func none() throws {
    #expect(try FigureLexicon(overlaidBy: []).units.all.count == Units.builtIn.all.count)
  }
}
