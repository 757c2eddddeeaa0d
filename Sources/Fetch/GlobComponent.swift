/// The part of a glob between two slashes, matched against one name.
///
/// `*` is any run of bytes, `?` one code point, `[a-z公]` one of a set, `[!..]` one outside it, `\` takes the next
/// character as it is. As in a shell, a leading dot must be written: wildcards do not match hidden files.
enum GlobComponent: Equatable, Sendable {
  /// `**`: any number of folders.
  case anyFolders
  case literal([UInt8])
  /// `*` and then only this.
  case suffix([UInt8])
  case pattern([Token])

  enum Token: Equatable, Sendable {
    case byte(UInt8)
    case anyRun
    case anyScalar
    case set([ClosedRange<UInt32>], isNegated: Bool)
  }

  init(_ text: some StringProtocol) {
    if text == "**" {
      self = .anyFolders
      return
    }
    let tokens = Self.tokens(of: Array(text.unicodeScalars))
    let bytes = tokens.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
    if bytes.count == tokens.count {
      self = .literal(bytes)
    } else if tokens.first == .anyRun, bytes.count == tokens.count - 1,
      bytes.first != UInt8(ascii: ".") || bytes.count > 1
    {
      self = .suffix(bytes)
    } else {
      self = .pattern(tokens)
    }
  }

  private static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "*":
        if tokens.last != .anyRun { tokens.append(.anyRun) }
      case "?":
        tokens.append(.anyScalar)
      case "[":
        if let (set, end) = set(in: scalars, from: index) {
          tokens.append(set)
          index = end
        } else {
          tokens.append(.byte(UInt8(ascii: "[")))
        }
      case "\\" where index + 1 < scalars.count:
        index += 1
        tokens.append(contentsOf: String(Character(scalars[index])).utf8.map(Token.byte))
      default:
        tokens.append(contentsOf: String(Character(scalars[index])).utf8.map(Token.byte))
      }
      index += 1
    }
    return tokens
  }

  /// - Returns: the set and the index of its closing bracket; `nil` when there is none, and the bracket means itself.
  private static func set(in scalars: [Unicode.Scalar], from start: Int) -> (Token, Int)? {
    var index = start + 1
    guard index < scalars.count else { return nil }
    let isNegated = scalars[index] == "!" || scalars[index] == "^"
    if isNegated { index += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    let first = index
    while index < scalars.count {
      // A bracket right at the start is an element.
      if scalars[index] == "]", index > first { return (.set(ranges, isNegated: isNegated), index) }
      let low = scalars[index].value
      if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
        let high = scalars[index + 2].value
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }

  /// Whether a folder that this matches was surely meant to be a file: the pattern names an extension.
  var namesAnExtension: Bool {
    switch self {
    case .anyFolders: false
    case .literal: true
    case .suffix(let bytes): bytes.contains(UInt8(ascii: "."))
    case .pattern(let tokens): tokens.contains(.byte(UInt8(ascii: ".")))
    }
  }

  func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .anyFolders:
      return name.first != UInt8(ascii: ".")
    case .literal(let bytes):
      return bytes.count == name.count && bytes.elementsEqual(name)
    case .suffix(let bytes):
      guard name.count >= bytes.count, name.first != UInt8(ascii: ".") else { return false }
      return bytes.elementsEqual(name[(name.count - bytes.count)...])
    case .pattern(let tokens):
      if name.first == UInt8(ascii: "."), tokens.first != .byte(UInt8(ascii: ".")) { return false }
      return Self.match(tokens, name)
    }
  }

  /// Goes back to the last `*` only: earlier ones need not be tried again.
  private static func match(_ tokens: [Token], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var token = 0
    var offset = 0
    var retry: (token: Int, offset: Int)?
    while true {
      if token < tokens.count, tokens[token] == .anyRun {
        token += 1
        retry = (token, offset)
        continue
      }
      if token == tokens.count, offset == name.count { return true }
      if token < tokens.count, let length = length(of: tokens[token], at: offset, in: name) {
        token += 1
        offset += length
        continue
      }
      guard let last = retry, last.offset < name.count else { return false }
      retry = (last.token, last.offset + 1)
      (token, offset) = (last.token, last.offset + 1)
    }
  }

  /// How many bytes of the name the token takes there; `nil` when it does not match.
  private static func length(of token: Token, at offset: Int, in name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard offset < name.count else { return nil }
    if case .byte(let byte) = token { return name[offset] == byte ? 1 : nil }
    // A run may have stopped inside a character.
    guard name[offset] & 0xC0 != 0x80 else { return nil }
    var end = offset + 1
    while end < name.count, name[end] & 0xC0 == 0x80 { end += 1 }
    switch token {
    case .anyScalar: return end - offset
    case .set(let ranges, let isNegated):
      guard let scalar = String(decoding: name[offset..<end], as: UTF8.self).unicodeScalars.first else { return nil }
      return ranges.contains { $0.contains(scalar.value) } != isNegated ? end - offset : nil
    case .byte, .anyRun: return nil
    }
  }
}
