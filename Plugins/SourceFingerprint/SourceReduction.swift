/// A source file without what makes no difference to the program: comments, indentation, blank lines.
///
/// A run of white space and comments becomes one line break if there is one in it, else one space: where a space or a
/// line break stands can change what Swift reads. String literals stay as they are, with the code that stands in their
/// interpolations reduced like any other. Wherever there is doubt (a lone slash before a comment on the same line may
/// open a regular expression; a file that ends inside a literal), the text is kept: a fingerprint that changes without
/// need costs a run, one that does not change with the code costs the truth.
package struct SourceReduction {
  package enum Language: Sendable {
    case swift, c
  }

  private let source: [UInt8]
  private let language: Language
  private var output: [UInt8] = []
  private var position = 0
  /// Whether white space or a comment was left out since the last byte kept, and a line break in it.
  private var gap = Gap.none
  private var hasLoneSlash = false
  private var isBroken = false

  private enum Gap {
    case none, space, line
  }

  package static func reduce(_ source: [UInt8], language: Language) -> [UInt8] {
    var reduction = SourceReduction(source: source, language: language)
    reduction.code(untilParenthesis: false)
    return reduction.isBroken ? source : reduction.output
  }

  private init(source: [UInt8], language: Language) {
    self.source = source
    self.language = language
    output.reserveCapacity(source.count)
  }

  // MARK: Bytes

  private var current: UInt8? { position < source.count ? source[position] : nil }

  private func byte(_ ahead: Int) -> UInt8? {
    position + ahead < source.count ? source[position + ahead] : nil
  }

  private func stands(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= source.count else { return false }
    return (0..<count).allSatisfy { source[position + $0] == text.utf8Start[$0] }
  }

  private mutating func keep(_ count: Int = 1) {
    if gap != .none {
      if !output.isEmpty { output.append(gap == .line ? UInt8(ascii: "\n") : UInt8(ascii: " ")) }
      gap = .none
    }
    let end = min(source.count, position + count)
    output.append(contentsOf: source[position..<end])
    position = end
  }

  private mutating func leaveOut(line: Bool) {
    if line {
      gap = .line
      hasLoneSlash = false
    } else if gap == .none {
      gap = .space
    }
    position += 1
  }

  // MARK: Code

  /// - Parameter untilParenthesis: ends behind the `)` that closes an interpolation.
  private mutating func code(untilParenthesis: Bool) {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): leaveOut(line: true)
      case UInt8(ascii: " "), UInt8(ascii: "\t"): leaveOut(line: false)
      case UInt8(ascii: "/") where stands("//") && !hasLoneSlash: lineComment()
      case UInt8(ascii: "/") where stands("/*") && !hasLoneSlash: blockComment()
      case UInt8(ascii: "/"):
        hasLoneSlash = true
        keep()
      case UInt8(ascii: "\""): string(hashes: 0)
      case UInt8(ascii: "'") where language == .c: quoted(by: UInt8(ascii: "'"))
      case UInt8(ascii: "#") where language == .swift: hash()
      case UInt8(ascii: "("):
        depth += 1
        keep()
      case UInt8(ascii: ")"):
        keep()
        if untilParenthesis, depth == 0 { return }
        depth -= 1
      default: keep()
      }
      if isBroken { return }
    }
    if untilParenthesis { isBroken = true }
  }

  private mutating func lineComment() {
    while let byte = current, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      // A backslash at the end of a line carries a comment of C on to the next.
      if language == .c, byte == UInt8(ascii: "\\"), self.byte(1) == UInt8(ascii: "\n") { position += 1 }
      leaveOut(line: false)
    }
  }

  /// Swift's nest, C's do not.
  private mutating func blockComment() {
    var depth = 0
    repeat {
      guard let byte = current else {
        isBroken = true
        return
      }
      if stands("/*"), depth == 0 || language == .swift {
        depth += 1
        leaveOut(line: false)
        leaveOut(line: false)
      } else if stands("*/") {
        depth -= 1
        leaveOut(line: false)
        leaveOut(line: false)
      } else {
        leaveOut(line: byte == UInt8(ascii: "\n"))
      }
    } while depth > 0
  }

  // MARK: Literals

  /// What begins with `#`: a raw string, a regular expression, or something else.
  private mutating func hash() {
    var count = 0
    while byte(count) == UInt8(ascii: "#") { count += 1 }
    switch byte(count) {
    case UInt8(ascii: "\""):
      keep(count)
      string(hashes: count)
    case UInt8(ascii: "/"):
      keep(count + 1)
      while current != nil {
        if current == UInt8(ascii: "/"), (0..<count).allSatisfy({ byte(1 + $0) == UInt8(ascii: "#") }) {
          keep(count + 1)
          return
        }
        verbatim()
      }
      isBroken = true
    default: keep(count)
    }
  }

  private mutating func string(hashes: Int) {
    let isLong = language == .swift && stands("\"\"\"")
    keep(isLong ? 3 : 1)
    while let byte = current {
      if byte == UInt8(ascii: "\\"), language == .c {
        verbatim()
        verbatim()
      } else if byte == UInt8(ascii: "\\"), (0..<hashes).allSatisfy({ self.byte(1 + $0) == UInt8(ascii: "#") }) {
        let isInterpolation = self.byte(1 + hashes) == UInt8(ascii: "(")
        for _ in 0..<(2 + hashes) { verbatim() }
        if isInterpolation {
          code(untilParenthesis: true)
          if isBroken { return }
        }
      } else if byte == UInt8(ascii: "\""), !isLong || stands("\"\"\""), closes(hashes, behind: isLong ? 3 : 1) {
        for _ in 0..<((isLong ? 3 : 1) + hashes) { verbatim() }
        return
      } else if byte == UInt8(ascii: "\n"), !isLong {
        // No string: what was taken for its beginning stood in something that is not understood.
        isBroken = true
        return
      } else {
        verbatim()
      }
    }
    isBroken = true
  }

  private func closes(_ hashes: Int, behind count: Int) -> Bool {
    (0..<hashes).allSatisfy { byte(count + $0) == UInt8(ascii: "#") }
  }

  private mutating func quoted(by mark: UInt8) {
    keep()
    while let byte = current, byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\\") { verbatim() }
      verbatim()
      if byte == mark { return }
    }
    isBroken = true
  }

  private mutating func verbatim() {
    guard position < source.count else { return }
    keep()
  }
}
