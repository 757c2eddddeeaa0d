import Testing

@testable import Pipeline

@Suite("JSON is read strictly, and every error has its place")
struct JSONReaderTests {
  @Test("Values come back with where they stand")
  func values() throws {
    let value = try JSONReader.read(Array(#" {"a": [1, -2.5e3, "公\n", true, null]}"#.utf8))
    guard case .object(let members) = value.content, case .array(let elements)? = members.first?.value.content else {
      Issue.record("not an object with a list")
      return
    }
    #expect(value.offset == 1)
    #expect(members.first?.keyOffset == 2)
    #expect(elements.map(\.content) == [.number("1"), .number("-2.5e3"), .string("公\n"), .bool(true), .null])
    #expect(elements.map(\.offset) == [8, 11, 19, 28, 34])
  }

  @Test(
    "Escapes and surrogate pairs are characters",
    arguments: [
      (#""\" \\ \/ \b\f\n\r\t""#, "\" \\ / \u{8}\u{C}\n\r\t"), (#""\u516c\u62A5""#, "公报"), (#""\ud83d\ude00""#, "😀"),
      ("\"\u{FEFF}a\"", "\u{FEFF}a"),
    ]
  )
  func escapes(json: String, expected: String) throws {
    #expect(try JSONReader.read(Array(json.utf8)).content == .string(expected))
  }

  @Test("A byte order mark is skipped")
  func byteOrderMark() throws {
    #expect(try JSONReader.read([0xEF, 0xBB, 0xBF] + Array("{}".utf8)).content == .object([]))
  }

  @Test(
    "What is no JSON is an error with line and column",
    arguments: [
      ("", 1, 1, "the text ends where a value should follow"),
      ("{\n  \"a\": 1,\n}", 3, 1, "expected a key in double quotes, found '}'"),
      ("{\"名\": tru}", 1, 7, "expected a value, found 'tru'"),
      ("[1 2]", 1, 4, "expected ',' or ']', found '2'"),
      ("{\"a\" 1}", 1, 6, "expected ':' after the key, found '1'"),
      ("{\"a\": 1", 1, 8, "the text ends where ',' or '}' should follow"),
      ("[01]", 1, 2, "'01' is no number of JSON"),
      ("[1.]", 1, 2, "'1.' is no number of JSON"),
      ("[-]", 1, 2, "'-' is no number of JSON"),
      ("\"a\nb\"", 1, 3, "a line break or control character inside a string; write \\n, or close the quote"),
      ("\"abc", 1, 1, "the text ends where the closing quote of this string should follow"),
      (#""\x""#, 1, 2, #"unknown escape; JSON knows \" \\ \/ \b \f \n \r \t and \uXXXX"#),
      (#""\u12g4""#, 1, 2, #"unknown escape; JSON knows \" \\ \/ \b \f \n \r \t and \uXXXX"#),
      (#""\ud800x""#, 1, 2, "half of a surrogate pair"),
      (#""\ude00""#, 1, 2, "half of a surrogate pair"),
      ("{}\n{}", 2, 1, "expected the end of the file, found '{'"),
      ("{'a': 1}", 1, 2, "expected a key in double quotes, found '''"),
      ("[1, // no\n]", 1, 5, "expected a value, found '/'"),
      (
        "{\"a\": 1,\n \"a\": 2}", 2, 2,
        "the key \"a\" stands twice in this object, first in line 1, column 2; remove one"
      ),
    ]
  )
  func errors(json: String, line: Int, column: Int, message: String) throws {
    let bytes = Array(json.utf8)
    let error = try #require(throws: JSONSyntaxError.self) { try JSONReader.read(bytes) }
    #expect(TextPosition(of: error.offset, in: bytes) == TextPosition(line: line, column: column))
    #expect(error.problem.message == message)
  }

  @Test("Nesting is limited")
  func depth() throws {
    let fine = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try JSONReader.read(Array(fine.utf8)).kind == .array)
    let error = try #require(throws: JSONSyntaxError.self) {
      try JSONReader.read(Array(repeating: 0x5B, count: 1_000_000))
    }
    #expect(error == JSONSyntaxError(offset: 65, problem: .tooDeep(limit: 64)))
  }

  @Test(
    "Bytes that are not UTF-8 are refused where they stand",
    arguments: [
      ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xE5, 0x85, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0xE5, 0x85, 0xAC, 0xE6], 4),
    ] as [([UInt8], Int)]
  )
  func invalidUTF8(bytes: [UInt8], offset: Int) throws {
    let error = try #require(throws: JSONSyntaxError.self) { try JSONReader.read(bytes) }
    #expect(error == JSONSyntaxError(offset: offset, problem: .invalidUTF8))
  }

  @Test("A text cut or changed anywhere is an error or a value, never a trap")
  func mutations() {
    let text = Array(#"{"a": [1, -2.5e3, "公\u516c\n", true, null], "b": {"c": "\ud83d\ude00"}}"#.utf8)
    for count in 0..<text.count {
      #expect(throws: JSONSyntaxError.self) { try JSONReader.read(Array(text[..<count])) }
    }
    for index in text.indices {
      for byte in [0x00, 0x22, 0x5C, 0x5D, 0x7B, 0x75, 0xFF] as [UInt8] {
        var changed = text
        changed[index] = byte
        _ = try? JSONReader.read(changed)
      }
    }
  }
}
