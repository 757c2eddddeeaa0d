/// Reads JSON (RFC 8259) and keeps where each value stands.
///
/// Stricter than Foundation's: a key twice in one object is an error, and so are bytes that are not UTF-8. A byte order
/// mark is skipped. Nesting is limited, so the recursion is bounded.
struct JSONReader {
  static let maximumDepth = 64

  private let bytes: [UInt8]
  private var offset = 0

  /// - Throws: the first thing that is no JSON.
  static func read(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    if let offset = UTF8Check.firstInvalidByte(of: bytes) {
      throw JSONSyntaxError(offset: offset, problem: .invalidUTF8)
    }
    var reader = JSONReader(bytes)
    reader.skipWhitespace()
    let value = try reader.value(depth: 0)
    reader.skipWhitespace()
    guard reader.next == nil else {
      throw JSONSyntaxError(offset: reader.offset, problem: .textAfterValue(found: reader.found))
    }
    return value
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// What stands at the offset, for a message: a word as a whole, or else one character.
  private var found: String {
    let word = bytes[offset...].prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
    if !word.isEmpty { return String(decoding: word.prefix(20), as: UTF8.self) }
    let character = bytes[offset...].prefix(1) + bytes[offset...].dropFirst().prefix { $0 & 0xC0 == 0x80 }
    return String(decoding: character, as: UTF8.self)
  }

  private func failure(expected: String) -> JSONSyntaxError {
    JSONSyntaxError(
      offset: offset,
      problem: next == nil ? .endOfText(expected: expected) : .expected(expected, found: found)
    )
  }

  private mutating func skipWhitespace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    let start = offset
    guard depth <= Self.maximumDepth else {
      throw JSONSyntaxError(offset: start, problem: .tooDeep(limit: Self.maximumDepth))
    }
    switch next {
    case UInt8(ascii: "{"): return JSONValue(content: .object(try members(depth: depth)), offset: start)
    case UInt8(ascii: "["): return JSONValue(content: .array(try elements(depth: depth)), offset: start)
    case UInt8(ascii: "\""): return JSONValue(content: .string(try string()), offset: start)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return JSONValue(content: .number(try number()), offset: start)
    default:
      for (word, content) in [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
        as [(String, JSONValue.Content)]
      where next != nil && found == word {
        offset += word.utf8.count
        return JSONValue(content: content, offset: start)
      }
      throw failure(expected: "a value")
    }
  }

  private mutating func members(depth: Int) throws(JSONSyntaxError) -> [JSONValue.Member] {
    offset += 1
    var members: [JSONValue.Member] = []
    var places: [String: Int] = [:]
    skipWhitespace()
    if skip(UInt8(ascii: "}")) { return members }
    while true {
      skipWhitespace()
      let keyOffset = offset
      guard next == UInt8(ascii: "\"") else { throw failure(expected: "a key in double quotes") }
      let key = try string()
      if let first = places.updateValue(keyOffset, forKey: key) {
        let place = TextPosition(of: first, in: bytes)
        throw JSONSyntaxError(offset: keyOffset, problem: .duplicateKey(key, first: place))
      }
      skipWhitespace()
      guard skip(UInt8(ascii: ":")) else { throw failure(expected: "':' after the key") }
      skipWhitespace()
      members.append(JSONValue.Member(key: key, keyOffset: keyOffset, value: try value(depth: depth + 1)))
      skipWhitespace()
      if skip(UInt8(ascii: "}")) { return members }
      guard skip(UInt8(ascii: ",")) else { throw failure(expected: "',' or '}'") }
    }
  }

  private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
    offset += 1
    var elements: [JSONValue] = []
    skipWhitespace()
    if skip(UInt8(ascii: "]")) { return elements }
    while true {
      skipWhitespace()
      elements.append(try value(depth: depth + 1))
      skipWhitespace()
      if skip(UInt8(ascii: "]")) { return elements }
      guard skip(UInt8(ascii: ",")) else { throw failure(expected: "',' or ']'") }
    }
  }

  private mutating func number() throws(JSONSyntaxError) -> String {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    let leadingZero = next == UInt8(ascii: "0")
    let whole = skipDigits()
    var isValid = whole == 1 || (whole > 1 && !leadingZero)
    if skip(UInt8(ascii: ".")) { isValid = skipDigits() > 0 && isValid }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      isValid = skipDigits() > 0 && isValid
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard isValid else { throw JSONSyntaxError(offset: start, problem: .invalidNumber(text)) }
    return text
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: String(Character(try escape())).utf8)
      case 0..<0x20:
        throw JSONSyntaxError(offset: offset, problem: .controlCharacter)
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw JSONSyntaxError(offset: start, problem: .endOfText(expected: "the closing quote of this string"))
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = next
    offset += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal(from: start)
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard first < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else {
        throw JSONSyntaxError(offset: start, problem: .loneSurrogate)
      }
      let second = try hexadecimal(from: start)
      guard (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw JSONSyntaxError(offset: start, problem: .loneSurrogate) }
      return scalar
    default: throw JSONSyntaxError(offset: start, problem: .unknownEscape)
    }
  }

  private mutating func hexadecimal(from start: Int) throws(JSONSyntaxError) -> UInt32 {
    let digits = bytes.dropFirst(offset).prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw JSONSyntaxError(offset: start, problem: .unknownEscape) }
    offset += 4
    return value
  }
}
