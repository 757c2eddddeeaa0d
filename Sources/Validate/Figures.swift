/// Numbers and quotations in messages.
enum Figures {
  /// Rounded to at most `digits` decimals, without trailing zeros.
  static func text(_ value: Double, digits: Int) -> String {
    var factor = 1.0
    for _ in 0..<min(max(digits, 0), 6) { factor *= 10 }
    let rounded = (value * factor).rounded() / factor
    guard abs(rounded) < 1e15 else { return "\(rounded)" }
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// The sentence in quotation marks, cut to what a message can hold.
  static func quoted(_ sentence: String, limit: Int = 120) -> String {
    let scalars = sentence.unicodeScalars
    guard scalars.count > limit else { return "\"\(sentence)\"" }
    return "\"\(String(String.UnicodeScalarView(scalars.prefix(limit))))…\""
  }

  /// The part of a sentence around a quote.
  static func quoted(_ sentence: String, around quote: String, limit: Int = 120) -> String {
    let scalars = Array(sentence.unicodeScalars)
    let wanted = Array(quote.unicodeScalars)
    guard scalars.count > limit, !wanted.isEmpty,
      let place = (0...max(0, scalars.count - wanted.count)).first(where: {
        scalars[$0..<min($0 + wanted.count, scalars.count)].elementsEqual(wanted)
      })
    else { return quoted(sentence, limit: limit) }
    let start = max(0, min(place - limit / 2, scalars.count - limit))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<min(start + limit, scalars.count)])
    return "\"\(start > 0 ? "…" : "")\(String(view))\(start + limit < scalars.count ? "…" : "")\""
  }
}
