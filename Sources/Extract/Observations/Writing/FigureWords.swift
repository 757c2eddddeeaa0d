/// Which words of its sentence a figure was read from, by their places in the normal text.
package struct FigureWords: Sendable {
  package enum Verb: String, Sendable, CaseIterable {
    case none, rise, fall, to, rank
  }

  /// What was dealt to the figure: the words before it, its own, and those behind.
  @SmallRange package var clause: Range<Int>
  /// What is measured; empty where the figure takes it from what stands before or behind.
  @SmallRange package var head: Range<Int>
  /// What the words between the head and the number say.
  package var verb: Verb
  /// With its unit.
  @SmallRange package var number: Range<Int>
  /// The number with its bounds.
  @SmallRange package var quote: Range<Int>
}

extension FigureWords {
  /// No initializer: these own what they are given, which here would be copies.
  static func of(_ item: Item, _ clause: Clause) -> FigureWords {
    let quote = item.quantity.quote
    return FigureWords(
      clause: min(item.before.lowerBound, quote.lowerBound)..<max(item.after.upperBound, quote.upperBound),
      head: clause.head,
      verb: clause.verb,
      number: item.quantity.range,
      quote: quote
    )
  }
}

/// How a figure was read: from which words, in which context. Made again when somebody asks, never stored.
package struct FigureParse: Sendable {
  package var words: FigureWords
  package var context: SentenceContext
}
