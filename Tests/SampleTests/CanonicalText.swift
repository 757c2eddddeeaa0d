import Foundation

/// Text in the form in which gold and print are compared: NFKC, straight quotes, no white space, no zero-width marks.
struct CanonicalText: Equatable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    let quotes: [Unicode.Scalar: Unicode.Scalar] = [
      "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{2018}": "'", "\u{2019}": "'",
    ]
    let left: Set<Unicode.Scalar> = ["\u{200B}", "\u{FEFF}", "\u{AD}"]
    scalars = text.precomposedStringWithCompatibilityMapping.unicodeScalars.compactMap {
      $0.properties.isWhitespace || left.contains($0) ? nil : quotes[$0] ?? $0
    }
  }

  func firstRange(of other: CanonicalText, from start: Int = 0) -> Range<Int>? {
    guard !other.scalars.isEmpty, scalars.count >= start + other.scalars.count else { return nil }
    for index in start...(scalars.count - other.scalars.count)
    where scalars[index] == other.scalars[0]
      && scalars[index..<index + other.scalars.count].elementsEqual(other.scalars)
    {
      return index..<index + other.scalars.count
    }
    return nil
  }

  /// The share of characters that two texts have in common, 0 to 1.
  func characterF1(_ other: CanonicalText) -> Double {
    guard !scalars.isEmpty || !other.scalars.isEmpty else { return 1 }
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in scalars { counts[scalar, default: 0] += 1 }
    var common = 0
    for scalar in other.scalars where counts[scalar, default: 0] > 0 {
      counts[scalar, default: 0] -= 1
      common += 1
    }
    return 2 * Double(common) / Double(scalars.count + other.scalars.count)
  }
}
