import Lexicon

/// A sentence cut into quantities, times and marks, and all that can be asked of its words alone.
///
/// Nothing here remembers what was read before: the same sentence of the same area is always taken apart in the same
/// way. A class, because every reader passes it on; nothing in it changes.
final class Sentence {
  let scan: PhraseScanner
  let text: UnsafeBufferPointer<UInt8>
  /// What the report's area is made of.
  let places: Places
  /// The report's own area.
  let ownArea: String?
  let range: Range<Int>
  let tokens: [Token]
  let quantities: [Quantity]
  let periods: [NamedPeriod]
  /// Whether 批准的 or 通过的 stands in it: most clauses need not look for who voted.
  let tellsVote: Bool

  init(_ range: Range<Int>, _ lexer: Lexer, _ scan: PhraseScanner, places: Places, ownArea: String?) {
    self.scan = scan
    text = scan.text
    self.places = places
    self.ownArea = ownArea
    self.range = range
    tokens = lexer.tokens
    quantities = lexer.quantities
    periods = lexer.periods
    tellsVote =
      scan.holds("准", in: range) && scan.find("批准的", in: range) != nil
      || scan.holds("通", in: range) && scan.find("通过的", in: range) != nil
      || scan.holds("批", in: range) && scan.find("批复的", in: range) != nil
  }

  private init(_ sentence: Sentence, tokens: [Token]) {
    scan = sentence.scan
    text = sentence.text
    places = sentence.places
    ownArea = sentence.ownArea
    range = sentence.range
    self.tokens = tokens
    quantities = sentence.quantities
    periods = sentence.periods
    tellsVote = sentence.tellsVote
  }

  /// Without the numbers that only bound or describe what is counted: 千万元以上 of 千万元以上项目93个 is text.
  func withoutAttributes() -> Sentence {
    func isText(_ index: Int) -> Bool { tokens[index].kind == .quantity && isAttribute(index) }
    guard let first = tokens.indices.first(where: isText) else { return self }
    return Sentence(
      self,
      tokens: tokens[..<first] + tokens.indices[(first + 1)...].filter { !isText($0) }.map { tokens[$0] }
    )
  }

  func period(startingAt position: Int) -> NamedPeriod? {
    periods.first { $0.range.lowerBound == position }
  }

  func period(endingAt position: Int) -> NamedPeriod? {
    periods.first { $0.range.upperBound == position }
  }
}
