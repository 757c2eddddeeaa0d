/// Why a text is no JSON, and where.
struct JSONSyntaxError: Error, Equatable {
  enum Problem: Equatable {
    /// Bytes that are not UTF-8.
    case invalidUTF8
    case expected(String, found: String)
    case endOfText(expected: String)
    /// A line break or a control character inside a string.
    case controlCharacter
    case unknownEscape
    case loneSurrogate
    case invalidNumber(String)
    case tooDeep(limit: Int)
    case duplicateKey(String, first: TextPosition)
    case textAfterValue(found: String)
  }

  var offset: Int
  var problem: Problem
}
