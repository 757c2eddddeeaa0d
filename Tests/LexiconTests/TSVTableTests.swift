import Testing

@testable import Lexicon

@Suite("Data files of the lexicon are read or refused with file and line")
struct TSVTableTests {
  private func table(_ text: String) throws(LexiconError) -> TSVTable {
    try TSVTable(
      file: "units.tsv",
      bytes: Array(text.utf8),
      columns: ["unit", "factor", "seen"],
      key: ["unit"],
      optional: ["factor"]
    )
  }

  @Test("Rows are read by column name, comments and blank lines are passed over")
  func rows() throws {
    let table = try table("# units\nunit\tfactor\tseen\n\n万人\t10000\tYingkou 2025\n# more\n户\t\tPanjin 2025\n")
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(try table.rows[0].text("unit") == "万人")
    #expect(try table.rows[0].integer("factor") == 10000)
    #expect(try table.rows[0].number("factor") == 10000)
    #expect(try table.rows[1].optionalInteger("factor") == nil)
    #expect(try table.rows[1].optionalText("factor") == nil)
  }

  @Test("Columns may stand in any order, and the last line needs no end")
  func order() throws {
    let table = try table("seen\tunit\tfactor\nX\t个\t1")
    #expect(try table.rows[0].text("unit") == "个")
  }

  @Test(
    "Each fault names file and line",
    arguments: [
      ("", "units.tsv:1: there is no header line; name the columns, separated by tabs"),
      ("unit\tseen\n", "units.tsv:1: the header has no column 'factor'"),
      ("unit\tfactor\tseen\tmore\n", "units.tsv:1: the header has a column 'more' that nothing reads"),
      ("unit\tfactor\tunit\tseen\n", "units.tsv:1: the header names the column 'unit' twice"),
      ("unit\tfactor\tseen\n个\t1\n", "units.tsv:2: the line has 2 columns, the header 3"),
      ("unit\tfactor\tseen\n个\t1\t\n", "units.tsv:2: the column 'seen' is empty"),
      ("unit\tfactor\tseen\n个\t1\tX\n\n个\t2\tX\n", "units.tsv:4: '个' stands in line 2 already"),
    ]
  )
  func faults(text: String, message: String) {
    let error = #expect(throws: LexiconError.self) { try table(text) }
    #expect(error?.description == message)
  }

  @Test("A file that is not UTF-8 is refused")
  func encoding() {
    let error = #expect(throws: LexiconError.self) {
      try TSVTable(file: "units.tsv", bytes: [0x75, 0xFF], columns: ["u"])
    }
    #expect(error?.problem == .notUTF8)
  }

  private enum Kind: String, CaseIterable { case level, growth }

  @Test("Typed columns refuse what they cannot read")
  func types() throws {
    let row = try table("unit\tfactor\tseen\n个|户\tmany\tlevel\n").rows[0]
    #expect(try row.list("unit") == ["个", "户"])
    #expect(try row.choice("seen", Kind.self) == .level)
    #expect(throws: LexiconError.self) { try row.integer("factor") }
    #expect(throws: LexiconError.self) { try row.number("factor") }
    #expect(throws: LexiconError.self) { try row.flag("factor") }
    let error = #expect(throws: LexiconError.self) { try row.choice("factor", Kind.self) }
    #expect(error?.description == "units.tsv:2: the column 'factor' has 'many', not one of level, growth")
  }
}
