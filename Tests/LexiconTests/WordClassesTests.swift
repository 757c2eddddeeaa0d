import Testing

@testable import Lexicon

@Suite("Words are found by their class")
struct WordClassesTests {
  private func words(_ rows: String) throws(LexiconError) -> WordClasses {
    try WordClasses(
      TSVTable(
        file: "word-classes.tsv",
        bytes: Array(("word\tclass\targument\tseen\n" + rows).utf8),
        columns: ["word", "class", "argument", "seen"],
        key: WordClasses.key,
        optional: ["argument"]
      )
    )
  }

  @Test("Every class of the built-in file has words, and every class has a bit of its own")
  func builtIn() throws {
    let classes = try WordClasses.table().rows.map { try $0.text("class") }
    #expect(Set(classes) == Set(WordClass.names.keys))
    #expect(Set(WordClass.allCases.map(\.bit)).count == WordClass.allCases.count)
  }

  @Test("Of the words of one class the longest counts, and those of other classes do not")
  func longest() throws {
    let words = try words("率\tmeasure\t\ttest\n利用率\tmeasure\t\ttest\n综合利用率\tcost\t\ttest\n")
    let name = Array("秸秆综合利用率".utf8)
    #expect(words.start(of: .measure, ending: name) == name.count - 9)
    #expect(words.start(of: .measure, ending: name) { $0 > name.count - 9 } == name.count - 3)
    #expect(words.start(of: .dependent, ending: name) == nil)
    #expect(words.covers(Array("利用率".utf8), .measure))
    #expect(!words.covers(Array("利用率".utf8), .cost))
  }

  @Test("The parts of a whole take the noun of its row")
  func wholes() throws {
    let words = try words("零售总额\twhole\t零售额\ttest\n总额\tmeasure\t\ttest\n")
    #expect(words.noun(ofPartsOf: Array("消费品零售总额".utf8)) == Array("零售额".utf8))
    #expect(words.noun(ofPartsOf: Array("总额".utf8)) == nil)
  }

  @Test(
    "A whole without a noun, a noun without a whole and an unknown class are faults of their line",
    arguments: ["总额\twhole\t\ttest\n", "率\tmeasure\t额\ttest\n", "率\tmesure\t\ttest\n"]
  )
  func faults(rows: String) throws {
    let error = try #require(throws: LexiconError.self) { try words(rows) }
    #expect(error.line == 2)
  }

  @Test("Section words load by their role")
  func sections() {
    let text = Array("过去五年".utf8)
    text.withUnsafeBufferPointer { bytes in
      #expect(SectionWords.builtIn.severalYears.longest(in: bytes, from: 0, to: bytes.count) != nil)
      #expect(SectionWords.builtIn.plan.longest(in: bytes, from: 0, to: bytes.count) == nil)
    }
  }
}
