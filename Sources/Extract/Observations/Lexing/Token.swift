/// What a sentence is made of between its plain text.
struct Token {
  enum Kind {
    case quantity, period, comma, semicolon, colon, enumeration, open, close
  }

  var kind: Kind
  var range: Range<Int>
  /// Into the lexer's quantities or periods.
  var index = 0
}
