/// A size as people write it: `500MB`, `2 GB`, `1.5GiB`, or a number of bytes.
package struct ByteCount: Equatable, Sendable {
  package static let expected = "a size like 500MB or 2GB"

  package var bytes: Int64

  package init(bytes: Int64) {
    self.bytes = bytes
  }

  /// - Returns: `nil` for anything else, and for what is less than 0 or too large to be a size.
  package init?(_ text: String) {
    guard let bytes = AmountText.amount(of: text, Self.factors), bytes < 0x1p62 else { return nil }
    self.bytes = Int64(bytes)
  }

  private static let factors: [String: Double] = [
    "": 1, "b": 1, "k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "g": 1e9, "gb": 1e9, "t": 1e12, "tb": 1e12,
    "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824, "tib": 1_099_511_627_776,
  ]
}

/// An age as people write it: `90d`, `12w`, `36h`, `2y`.
package struct Age: Equatable, Sendable {
  package static let expected = "an age like 90d, 12w or 36h"

  package var seconds: Double

  package init(seconds: Double) {
    self.seconds = seconds
  }

  /// - Returns: `nil` for anything else, a number without unit included, and for more than a thousand years.
  package init?(_ text: String) {
    guard let seconds = AmountText.amount(of: text, Self.factors), seconds <= 1000 * 365 * 86_400 else { return nil }
    self.seconds = seconds
  }

  private static let factors: [String: Double] = [
    "h": 3_600, "d": 86_400, "day": 86_400, "days": 86_400, "w": 7 * 86_400, "y": 365 * 86_400,
  ]
}

/// A number with a unit behind it.
private enum AmountText {
  /// - Parameter factors: by the unit in small letters.
  /// - Returns: 0 or more.
  static func amount(of text: String, _ factors: [String: Double]) -> Double? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let number = Double(digits), number.isFinite, let factor = factors[unit] else { return nil }
    return number * factor
  }
}
