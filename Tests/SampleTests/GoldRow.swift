import Foundation

/// One row of a sample's gold: a quantity as a careful reader annotates it.
struct GoldRow: Decodable {
  enum Kind: String, Decodable {
    case observation
    /// A number that only describes the thing counted: neither rewarded nor punished.
    case attribute
  }

  let kind: Kind
  let quote: String
  /// Stands once in the document's canonical text.
  let context: String
  /// Which of the quotes inside the context, from 1.
  let nth: Int?
  let indicator: String?
  let code: String?
  let measure: String?
  let value: String?
  let valueHigh: String?
  let unit: String?
  let comparator: String?
  let period: String?
  let status: String?
  let area: String?

  /// The rows of a file of JSON lines.
  static func read(_ url: URL) throws -> [GoldRow] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(GoldRow.self, from: Data($0.utf8))
    }
  }

  /// Where the quote stands in the document's canonical text, in scalars.
  func range(in text: CanonicalText) -> Range<Int>? {
    let context = CanonicalText(self.context)
    let quote = CanonicalText(self.quote)
    guard let start = text.firstRange(of: context)?.lowerBound else { return nil }
    var from = 0
    for _ in 1..<(nth ?? 1) {
      guard let found = context.firstRange(of: quote, from: from) else { return nil }
      from = found.upperBound
    }
    guard let inside = context.firstRange(of: quote, from: from) else { return nil }
    return start + inside.lowerBound..<start + inside.upperBound
  }
}
