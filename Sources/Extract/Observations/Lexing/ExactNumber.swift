/// A decimal number as stated: trailing zeros of the fraction are kept.
struct ExactNumber: Hashable {
  /// The digits without the point.
  var digits: Int
  /// How many of the digits are the fraction.
  var fraction: Int

  init(_ digits: Int, fraction: Int = 0) {
    self.digits = digits
    self.fraction = fraction
  }

  /// Multiplied by ten to a power; `nil` where 18 digits do not hold it.
  func scaled(by power: Int) -> ExactNumber? {
    guard power > 0 else { return self }
    var result = self
    let cut = min(power, result.fraction)
    result.fraction -= cut
    for _ in 0..<(power - cut) {
      guard abs(result.digits) < 100_000_000_000_000_000 else { return nil }
      result.digits *= 10
    }
    return result
  }

  var negated: ExactNumber { ExactNumber(-digits, fraction: fraction) }

  /// Below zero, whichever sign was printed beside the verb of falling.
  var fallen: ExactNumber { digits > 0 ? negated : self }

  var double: Double {
    var divisor = 1.0
    for _ in 0..<fraction { divisor *= 10 }
    return Double(digits) / divisor
  }

  /// As a decimal string: "949.0", "-0.6".
  var text: String {
    guard fraction > 0 else { return String(digits) }
    // The digits, or as many as the fraction has, with the point, a zero before it and the sign.
    return String(unsafeUninitializedCapacity: max(20, fraction) + 3) { bytes in
      var rest = digits.magnitude
      var count = 0
      func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
      }
      // From the last digit on.
      while rest > 0 || count <= fraction {
        if count == fraction { append(UInt8(ascii: ".")) }
        append(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      }
      if digits < 0 { append(UInt8(ascii: "-")) }
      var written = UnsafeMutableBufferPointer(rebasing: bytes[..<count])
      written.reverse()
      return count
    }
  }
}
