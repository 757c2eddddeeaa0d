/// How much text there is, in units: a Han character, a word of another script, a number.
struct TextMeasure: Equatable {
  var units = 0
  /// Marks that end or divide clauses.
  var stops = 0
  var digits = 0

  init(units: Int = 0, stops: Int = 0, digits: Int = 0) {
    self.units = units
    self.stops = stops
    self.digits = digits
  }

  /// - Parameter text: valid UTF-8.
  /// - Complexity: O(n).
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var inWord = false
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        let isDigit = byte >= 0x30 && byte <= 0x39
        let isWord = isDigit || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        if isWord && !inWord { units += 1 }
        if isDigit { digits += 1 }
        inWord = isWord || inWord && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"))
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { stops += 1 }
        continue
      }
      inWord = false
      if byte < 0xE0 {
        index += 2
      } else if byte < 0xF0 {
        guard index + 2 < text.count else { break }
        let second = text[index + 1]
        let third = text[index + 2]
        switch byte {
        case 0xE3:
          if second == 0x80 {
            // 。
            if third == 0x82 { stops += 1 }
          } else if second >= 0x90 {
            units += 1
          }
        case 0xE4...0xE9: units += 1
        case 0xEF:
          if second == 0xBC {
            // ！ ， ； ？ and digits of full width
            switch third {
            case 0x81, 0x8C, 0x9B, 0x9F: stops += 1
            case 0x90...0x99: digits += 1
            default: break
            }
          } else if second >= 0xA4 && second <= 0xAB {
            units += 1
          }
        case 0xEA...0xED: units += 1
        default: break
        }
        index += 3
      } else {
        units += 1
        index += 4
      }
    }
  }
}
