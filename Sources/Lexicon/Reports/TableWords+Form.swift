extension TableWords {
  /// A cell's or a head's words in normal form: widths made one, white space gone but between Latin words.
  package static func normal(_ printed: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(printed.count)
    var isSpaced = false
    printed.withUnsafeBufferPointer { text in
      var position = 0
      while position < text.count {
        let (scalar, length) = CodePoint.at(position, in: text, end: text.count)
        let end = min(position + length, text.count)
        defer { position = end }
        switch scalar.value {
        case 0...0x20, 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF:
          isSpaced = true
          continue
        default: break
        }
        let plain = plain(scalar)
        let first = plain ?? text[position]
        // Between letters and digits only.
        if isSpaced, first < 0x80, let last = result.last, last < 0x80 { result.append(0x20) }
        isSpaced = false
        if let plain { result.append(plain) } else { result.append(contentsOf: text[position..<end]) }
      }
    }
    return result
  }

  /// The character of ASCII that a wide one, or a dash, is.
  private static func plain(_ scalar: CodePoint) -> UInt8? {
    switch scalar.value {
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFF01 + 0x21)
    case 0x2212, 0x2010...0x2015: UInt8(ascii: "-")
    default: scalar.value < 0x80 ? UInt8(scalar.value) : nil
    }
  }
}
