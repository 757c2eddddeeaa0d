import Pipeline

// How `gongbao explain --sentence`, `gongbao trace` and `gongbao read --parse` say which words said what of a figure.
extension Wording {
  static let noFigure = "No figure is read out of it."
  static let readOtherwise =
    "The store has other figures of it: the program, pipeline.json or its lexicon changed since. The next run reads it as below."
  static let parseUnknown =
    "how it was read cannot be told: the program or its lexicon reads the sentence otherwise now"

  static func noSentence(_ words: String, _ uri: String) -> String {
    """
    no sentence of \(uri.printable) holds "\(words.printable)"
      Take fewer words, as they are printed: gongbao show '\(uri.printable)' --stage normalize has all sentences.
    """
  }

  static func parse(_ figure: TextReader.Reading) -> [(label: String, text: String)] {
    guard let parse = figure.parse else { return [] }
    var parts = [
      ("clause", parse.clause), ("head", head(parse, figure)), ("verb", verb(parse)), ("number", parse.number),
      ("bounds", bounds(parse, figure.comparator)),
    ]
    if !parse.behind.isEmpty { parts.append(("behind", parse.behind)) }
    return parts.map { ($0.0, $0.1.printable) }
  }

  private static func head(_ parse: TextReader.Parse, _ figure: TextReader.Reading) -> String {
    parse.head.isEmpty ? "none of its own: \(figure.indicator) is taken from the words around" : parse.head
  }

  private static func verb(_ parse: TextReader.Parse) -> String {
    let says =
      switch parse.verb {
      case .none: "none"
      case .rise: "a rise"
      case .fall: "a fall"
      case .to: "a level is reached"
      case .rank: "a rank"
      }
    guard !parse.link.isEmpty else { return parse.verb == .none ? says : "\(says), as said before" }
    return "\(parse.link): \(says)"
  }

  private static func bounds(_ parse: TextReader.Parse, _ comparator: String) -> String {
    let meaning =
      switch comparator {
      case ">=": "at least"
      case "<=": "at most"
      case "~": "about"
      default: "exactly"
      }
    if !parse.bounds.isEmpty { return "\(parse.bounds.joined(separator: " … ")): \(meaning)" }
    return comparator == "=" ? "none" : "none at the number: \(meaning), as its verb or its list says"
  }

  /// What the sentence does not say itself: `review of 2024, 蚌埠市`.
  static func context(_ parse: TextReader.Parse) -> String {
    var text =
      switch parse.mood {
      case .review: "review" + (parse.year.map { " of \($0)" } ?? "")
      case .plan: "plan" + (parse.year.map { " for \($0)" } ?? "")
      case nil: "neither review nor plan" + (parse.year.map { ", \($0)" } ?? "")
      }
    if let area = parse.area { text += ", \(area)" }
    return text.printable
  }
}
