import Documents
import Extract

extension TextReader {
  /// Which words of its sentence said what of a figure, in normal form.
  package struct Parse: Equatable, Sendable, Encodable {
    package enum Verb: String, Sendable, Encodable {
      case none, rise, fall, to, rank
    }

    package enum Mood: String, Sendable, Encodable {
      /// It looks back.
      case review
      /// It looks ahead.
      case plan
    }

    /// What was dealt to the figure: the words before it, its own, and those behind.
    package var clause: String
    /// What is measured; empty where the figure takes it from what stands before or behind.
    package var head: String
    /// Between the head and the number.
    package var link: String
    /// What the link says.
    package var verb: Verb
    /// With its unit.
    package var number: String
    /// The bounds before the number and behind it; empty ones left out.
    package var bounds: [String]
    /// Behind the figure, up to the next one or the clause's end.
    package var behind: String
    /// What the section says of the sentence; `nil` where it does not say it.
    package var mood: Mood?
    /// The year of a figure without a time of its own.
    package var year: Int?
    package var area: String?
  }
}

extension TextReader.Parse {
  init(_ parse: FigureParse, in text: UTF8Text) {
    /// What lies between two places; nothing where the second stands before the first.
    func part(_ start: Int, _ end: Int) -> String {
      guard start >= 0, start < end, end <= text.count else { return "" }
      let words = text[start..<end]
      return words.hasSuffix("。") ? String(words.dropLast()) : words
    }
    let words = parse.words
    clause = part(words.clause.lowerBound, words.clause.upperBound)
    head = part(words.head.lowerBound, words.head.upperBound)
    let linkStart = words.head.isEmpty ? words.clause.lowerBound : max(words.head.upperBound, words.clause.lowerBound)
    link = part(linkStart, words.quote.lowerBound)
    verb = Verb(rawValue: words.verb.rawValue) ?? .none
    number = part(words.number.lowerBound, words.number.upperBound)
    bounds = [
      part(words.quote.lowerBound, words.number.lowerBound), part(words.number.upperBound, words.quote.upperBound),
    ].filter { !$0.isEmpty }
    behind = part(words.quote.upperBound, words.clause.upperBound)
    mood = parse.context.mood.flatMap { Mood(rawValue: $0.name) }
    year = parse.context.year
    area = parse.context.part ?? parse.context.area
  }
}
