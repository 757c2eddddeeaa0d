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
    #expect(words.start(of: .bare, ending: name) == nil)
    #expect(words.covers(Array("利用率".utf8), .measure))
    #expect(!words.covers(Array("利用率".utf8), .cost))
  }

  @Test("The parts of a whole take the noun of its row")
  func wholes() throws {
    let words = try words("零售总额\twhole\t零售额\ttest\n总额\tmeasure\t\ttest\n")
    #expect(words.noun(ofPartsOf: Array("消费品零售总额".utf8)) == Array("零售额".utf8))
    #expect(words.noun(ofPartsOf: Array("总额".utf8)) == nil)
  }

  @Test("Owners are of the kind of the longest word that ends their name, and a name is owned as a whole")
  func owners() throws {
    let words = try words("业\towner\tindustry\ttest\n企业\towner\tfirm\ttest\n利润\towned\tfirm,industry\ttest\n")
    #expect(words.ownerKinds(ending: Array("光伏业".utf8)) == .industry)
    #expect(words.ownerKinds(ending: Array("光伏企业".utf8)) == .firm)
    #expect(words.ownerKinds(ending: Array("光伏".utf8)) == [])
    #expect(words.ownedKinds(Array("利润".utf8)) == [.firm, .industry])
    #expect(words.ownedKinds(Array("企业利润".utf8)) == [])
  }

  @Test(
    "A whole without a noun, a noun without a whole, an unknown kind and an unknown class are faults of their line",
    arguments: [
      "总额\twhole\t\ttest\n", "率\tmeasure\t额\ttest\n", "率\tmesure\t\ttest\n", "产业\towner\tindustrie\ttest\n",
      "产业\towner\t\ttest\n",
    ]
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
    }
    let marks = SectionWords.builtIn.marks(of: text)
    #expect(marks.has(.fiveYears) && marks.has(.review) && marks.has(.years))
    #expect(!marks.has(.plan) && !marks.has(.term))
  }

  @Test("A word has all its roles, and the first word of a text is the longest of those that begin there")
  func marksAndFirst() throws {
    let table = try TSVTable(
      file: "section-words.tsv",
      bytes: Array("word\trole\tseen\n今后\tahead\ttest\n今后\tplan\ttest\n后五年\tfive years\ttest\n".utf8),
      columns: ["word", "role", "seen"],
      key: SectionWords.key
    )
    let marks = try SectionWords(table).marks(of: Array("展望今后五年".utf8))
    #expect(marks.has(.ahead) && marks.has(.plan) && marks.has(.fiveYears))
    let trie = ScalarTrie([(Array("五".utf8), 0), (Array("五年".utf8), 1)])
    Array("今后五年".utf8).withUnsafeBufferPointer { text in
      let first = trie.first(in: text, from: 0, to: text.count)
      #expect(first?.range == 6..<12 && first?.value == 1)
      #expect(trie.first(in: text, from: 9, to: text.count) == nil)
      #expect(ScalarSet(["年"]).first(in: text, from: 0, to: text.count) == 9)
      #expect(ScalarSet(["年"]).first(in: text, from: 0, to: 9) == nil)
    }
  }

  @Test(
    "Words are found where they first stand at a place or behind it",
    arguments: [
      ("年", 0, 6), ("年", 7, 12), ("年", 13, nil), ("今年又", 0, nil), ("去年今年", 0, 3), ("", 0, nil), ("年", 99, nil),
    ]
      as [(String, Int, Int?)]
  )
  func find(word: String, start: Int, place: Int?) {
    Array("在去年今年和".utf8).withUnsafeBufferPointer { text in
      Array(word.utf8).withUnsafeBufferPointer { #expect(text.first($0, from: start) == place) }
    }
  }
}
