import Documents
import Lexicon

/// Reads the sentences of a text, one after another, into drafts of observations: each is cut into tokens, taken apart
/// into a tree of segments, phrases and items, and the tree is read with what the sentences before have left unsaid.
struct SentenceReader {
  private let scan: PhraseScanner
  private let traits: ReportTraits
  private var lexer: Lexer
  /// With the memories of the paragraph and of the sentence.
  private var reader: FigureReader
  /// Of a budget the part of the area that its accounts were last told of; `nil` for the whole.
  private var household: [UInt8]?
  /// Whether the whole was named, whatever part the section is of.
  private var isWholeTold = false
  /// Whether no sentence of the paragraph was read yet.
  private var opensParagraph = true
  /// Whether the sentence before told an average of several years.
  private var toldAverage = false

  init(_ scan: PhraseScanner, lexicon: FigureLexicon, traits: ReportTraits) {
    self.scan = scan
    lexer = Lexer(text: scan.text, lexicon: lexicon)
    self.traits = traits
    reader = FigureReader(Sentence(0..<0, lexer, scan, places: traits.places, ownArea: nil), traits)
  }

  mutating func beginSection() {
    household = nil
    isWholeTold = false
  }

  /// What a sentence takes from the one before it, it takes within its paragraph.
  mutating func beginParagraph() {
    reader.paragraph = ParagraphMemory()
    opensParagraph = true
    toldAverage = false
    reader.memory.last.subject = nil
    reader.memory.last.area = nil
    reader.memory.last.subjects.removeAll(keepingCapacity: true)
  }

  /// What the sentence states, in the order of its quotes.
  mutating func read(_ range: Range<Int>, _ context: SentenceContext) -> [Draft] {
    guard mayQuantify(range) else {
      reader.memory.last.subject = nil
      return []
    }
    guard !Prose.isRowOfTable(scan.text, range) else { return [] }
    lexer.read(range)
    guard !lexer.quantities.isEmpty else { return [] }
    let whole = Sentence(range, lexer, scan, places: traits.places, ownArea: context.area)
    begin(whole, context)
    let moods = whole.moods()
    toldAverage = moods.averages
    let sentence = whole.withoutAttributes()
    guard sentence.tokens.contains(where: { $0.kind == .quantity }) else { return [] }
    return Self.sorted(reader.read(sentence, context, moods))
  }

  /// In the order of their quotes, which nearly all are in already.
  private static func sorted(_ drafts: [Draft]) -> [Draft] {
    let isSorted = drafts.indices.dropFirst().allSatisfy {
      drafts[$0 - 1].quote.lowerBound <= drafts[$0].quote.lowerBound
    }
    return isSorted ? drafts : drafts.sorted { $0.quote.lowerBound < $1.quote.lowerBound }
  }

  private mutating func begin(_ sentence: Sentence, _ context: SentenceContext) {
    reader.paragraph.hasAverage = reader.paragraph.hasAverage || toldAverage
    if reader.paragraph.account.isEmpty, let known = context.account { reader.paragraph.account = Array(known.utf8) }
    let continues = ["其中", "加上", "分", "按"].contains { (word: StaticString) in scan.starts(sentence.range, with: word) }
    reader.memory = continues ? reader.memory.continued() : SentenceMemory()
    if traits.isBudget, takeHousehold(sentence, continues: continues) { return }
    if reader.memory.last.area == nil, let part = context.part { reader.memory.last.area = Array(part.utf8) }
  }

  /// 市本级一般公共预算收入…。支出…: an account without an area is of the one that was told before.
  ///
  /// - Returns: whether the sentence is of the whole area, whatever part the section is of.
  private mutating func takeHousehold(_ sentence: Sentence, continues: Bool) -> Bool {
    var clause = Clause(head: sentence.range)
    sentence.lead(&clause)
    defer { opensParagraph = false }
    guard continues || sentence.opensAccount(clause.head) else { return false }
    if let named = clause.place.name {
      guard sentence.opensAccount(clause.head) else { return named.isEmpty }
      household = named.isEmpty ? nil : named
      isWholeTold = named.isEmpty
    } else if reader.memory.last.area == nil, !continues || opensParagraph && !isWholeTold {
      reader.memory.last.area = household
    }
    return isWholeTold && reader.memory.last.area == nil
  }

  /// A cheap look whether there can be a number at all.
  private func mayQuantify(_ range: Range<Int>) -> Bool {
    Self.quantifying.first(in: scan.text, from: range.lowerBound, to: range.upperBound) != nil
  }

  /// Digits, numerals, and 首, 榜, 翻.
  private static let quantifying = ScalarSet(
    (0x30...0x39).map(CodePoint.init) + ChineseNumeral.characters + ["首", "榜", "翻"]
  )
}
