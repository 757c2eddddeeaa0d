import Documents
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

  private func overlay(_ name: String, _ columns: String, _ rows: String...) -> LexiconOverlay {
    let text = ([columns] + rows).map { $0.replacing(" | ", with: "\t") }.joined(separator: "\n") + "\n"
    return LexiconOverlay(name: name, path: "own/\(name)", bytes: Array(text.utf8))
  }

  @Test("The user's kinds of reports are tried before the built-in ones")
  func kinds() throws {
    let title = "2024年某市政府工作报告".utf8
    #expect(ReportKinds.builtIn.type(of: title, in: .title) == .workReport)
    let own = overlay("report-types.tsv", "words | place | type | seen", "某市政府工作 | title | plan_report | own")
    #expect(try ReportKinds(overlaidBy: [own]).type(of: title, in: .title) == .planReport)
  }

  @Test("A region gets another name, and a heading other words")
  func regionsAndHeadings() throws {
    let alias = overlay("region-aliases.tsv", "alias | code | seen", "鲅圈 | 210804 | own")
    #expect(Regions.builtIn.regions(named: "鲅圈").isEmpty)
    #expect(try Regions(overlaidBy: [alias]).regions(named: "鲅圈").contains { $0.code == "210804" })
    let wrong = overlay("region-aliases.tsv", "alias | code | seen", "鲅圈 | 999999 | own")
    let error = try #require(throws: LexiconError.self) { try Regions(overlaidBy: [wrong]) }
    #expect(error.file == "own/region-aliases.tsv")
    let words = overlay("heading-words.tsv", "words | role | seen", "账本 | top | own")
    let own = Array("账本".utf8)
    #expect(HeadingWords.builtIn.top.value(of: own) == nil)
    #expect(try HeadingWords(overlaidBy: [words, alias]).top.value(of: own) != nil)
  }

  @Test("A region is added, and one that is disabled is none")
  func regions() throws {
    let columns = "code | name | level | first_year | last_year"
    let own = overlay("regions.tsv", columns, "210899 | 红苇新区 | county | 2024 | ", "!210804 | 鲅鱼圈区 |  | 1984 | ")
    #expect(Regions.builtIn.regions(named: "红苇新区").isEmpty)
    let regions = try Regions(overlaidBy: [own])
    #expect(regions.regions(named: "红苇新区").map(\.code) == ["210899"])
    #expect(!Regions.builtIn.regions(named: "鲅鱼圈区").isEmpty && regions.regions(named: "鲅鱼圈区").isEmpty)
    let wrong = overlay("regions.tsv", columns, "2108 | 红苇新区 | county | 2024 | ")
    let error = try #require(throws: LexiconError.self) { try Regions(overlaidBy: [wrong]) }
    #expect((error.file, error.line) == ("own/regions.tsv", 2))
  }

  @Test("A name that an indicator of the built-in file has names that file and its line")
  func doubleName() throws {
    let columns = "name | aliases | unit | kind | good | code | note | seen"
    let own = overlay("indicators.tsv", columns, "我的指标 | 地区生产总值 |  | flow | up |  |  | own")
    let error = try #require(throws: LexiconError.self) { try Indicators(overlaidBy: [own]) }
    let words = error.description
    #expect(words.hasPrefix("own/indicators.tsv:2: '地区生产总值' stands in indicators.tsv, line "), "\(words)")
  }

  @Test("Without overlays nothing is built anew")
  func none() throws {
    #expect(try FigureLexicon(overlaidBy: []).units.all.count == Units.builtIn.all.count)
  }
}
