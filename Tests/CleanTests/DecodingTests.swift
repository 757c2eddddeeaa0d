import Documents
import Testing

@testable import Clean

@Suite("Decoding")
struct DecodingTests {
  /// "经济增长，人民幸福。" twenty times, so that statistics have something to count.
  static let sentence = String(repeating: "经济增长，人民幸福。", count: 20)
  static let gb: [UInt8] = Array(
    repeating: [
      0xBE, 0xAD, 0xBC, 0xC3, 0xD4, 0xF6, 0xB3, 0xA4, 0xA3, 0xAC, 0xC8, 0xCB, 0xC3, 0xF1, 0xD0, 0xD2, 0xB8, 0xA3, 0xA1,
      0xA3,
    ] as [UInt8],
    count: 20
  ).flatMap { $0 }
  /// "經濟增長，人民幸福。"
  static let big5: [UInt8] = Array(
    repeating: [
      0xB8, 0x67, 0xC0, 0xD9, 0xBC, 0x57, 0xAA, 0xF8, 0xA1, 0x41, 0xA4, 0x48, 0xA5, 0xC1, 0xA9, 0xAF, 0xBA, 0xD6, 0xA1,
      0x43,
    ] as [UInt8],
    count: 20
  ).flatMap { $0 }
  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
  static func meta(_ label: String) -> [UInt8] { Array("<html><meta charset=\"\(label)\"><p>".utf8) }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var label: String?
    var charset: String
    var evidence: PageMap.CharsetEvidence
    var replaced = 0
    var contains = "经济增长"
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "UTF-8", bytes: Array(sentence.utf8), charset: "UTF-8", evidence: .validUTF8),
    Case(
      name: "UTF-8 with a byte order mark",
      bytes: [0xEF, 0xBB, 0xBF] + sentence.utf8,
      charset: "UTF-8",
      evidence: .byteOrderMark
    ),
    Case(
      name: "UTF-8 that says it is gb2312",
      bytes: meta("gb2312") + sentence.utf8,
      label: "gb2312",
      charset: "UTF-8",
      evidence: .validUTF8
    ),
    Case(
      name: "UTF-8 with one bad byte",
      bytes: Array(sentence.utf8) + [0xE7] + sentence.utf8,
      charset: "UTF-8",
      evidence: .statistics,
      replaced: 1
    ),
    Case(
      name: "UTF-8 cut off in the middle of a character",
      bytes: Array(sentence.utf8) + sentence.utf8.prefix(2),
      charset: "UTF-8",
      evidence: .statistics,
      replaced: 2
    ),
    Case(
      name: "UTF-8 with a byte order mark that says it is GBK",
      bytes: [0xEF, 0xBB, 0xBF] + meta("gbk") + sentence.utf8,
      label: "gbk",
      charset: "UTF-8",
      evidence: .byteOrderMark
    ),
    Case(name: "GB18030 without a label", bytes: gb, charset: "gb18030", evidence: .statistics),
    Case(name: "gb2312 in a meta tag", bytes: meta("gb2312") + gb, charset: "gb18030", evidence: .declared),
    Case(name: "GBK from the transport", bytes: gb, label: "GBK", charset: "gb18030", evidence: .declared),
    Case(
      name: "GB18030 in an XML declaration",
      bytes: Array("<?xml version=\"1.0\" encoding='GB18030'?><html>".utf8) + gb,
      charset: "gb18030",
      evidence: .declared
    ),
    Case(
      name: "GB18030 that says it is ISO-8859-1",
      bytes: meta("iso-8859-1") + gb,
      charset: "gb18030",
      evidence: .statistics
    ),
    Case(name: "GB18030 that says it is UTF-8", bytes: meta("utf-8") + gb, charset: "gb18030", evidence: .statistics),
    Case(
      name: "GB18030 with one bad byte before a tag",
      bytes: meta("gbk") + gb + [0xB0] + Array("<p>".utf8) + gb,
      charset: "gb18030",
      evidence: .declared,
      replaced: 1
    ),
    Case(
      name: "GB18030 with a pair cut off at the end",
      bytes: meta("gbk") + gb + [0xB0],
      charset: "gb18030",
      evidence: .declared,
      replaced: 1
    ),
    Case(
      name: "a character of four bytes",
      bytes: meta("gb18030") + gb + [0x95, 0x32, 0x82, 0x36],
      charset: "gb18030",
      evidence: .declared,
      contains: "𠀀"
    ),
    Case(
      name: "GB18030 that says it is UTF-16",
      bytes: meta("utf-16") + gb,
      charset: "gb18030",
      evidence: .statistics
    ),
    Case(name: "GB18030 that says it is Big5", bytes: meta("big5") + gb, charset: "gb18030", evidence: .statistics),
    Case(
      name: "GB18030 with a label that nobody knows",
      bytes: meta("x-china") + gb,
      charset: "gb18030",
      evidence: .statistics
    ),
    Case(
      name: "UTF-8 that says it is UTF-16",
      bytes: meta("utf-16le") + sentence.utf8,
      charset: "UTF-8",
      evidence: .validUTF8
    ),
    Case(
      name: "UTF-8 with a foot in GB18030",
      bytes: Array(sentence.utf8) + sentence.utf8 + Array("<p>".utf8) + gb.prefix(4),
      charset: "UTF-8",
      evidence: .statistics,
      replaced: 4
    ),
    Case(
      name: "GB18030 with a bad byte in each sentence",
      bytes: meta("gbk") + (0..<20).flatMap { _ in gb + [0xFF] },
      charset: "gb18030",
      evidence: .declared,
      replaced: 20
    ),
    Case(
      name: "UTF-16 with half a pair",
      bytes: [0xFF, 0xFE] + utf16(sentence, bigEndian: false) + [0x40, 0xD8] + utf16(sentence, bigEndian: false),
      charset: "UTF-16LE",
      evidence: .byteOrderMark,
      replaced: 1
    ),
    Case(
      name: "UTF-16 big-endian with half a pair that looks like a letter",
      bytes: [0xFE, 0xFF] + utf16(sentence, bigEndian: true) + [0xD8, 0x41] + utf16(sentence, bigEndian: true),
      charset: "UTF-16BE",
      evidence: .byteOrderMark,
      replaced: 1,
      contains: "福。\u{FFFD}经济"
    ),
    Case(
      name: "UTF-16 cut off in the middle of a character",
      bytes: [0xFF, 0xFE] + utf16(sentence, bigEndian: false) + [0x40],
      charset: "UTF-16LE",
      evidence: .byteOrderMark,
      replaced: 1
    ),
    Case(name: "Big5", bytes: big5, charset: "Big5", evidence: .statistics, contains: "經濟增長"),
    Case(name: "Big5 that says so", bytes: meta("big5") + big5, charset: "Big5", evidence: .declared, contains: "經濟增長"),
    Case(
      name: "UTF-16 little-endian with a mark",
      bytes: [0xFF, 0xFE] + utf16(sentence, bigEndian: false),
      charset: "UTF-16LE",
      evidence: .byteOrderMark
    ),
    Case(
      name: "UTF-16 big-endian with a mark",
      bytes: [0xFE, 0xFF] + utf16(sentence, bigEndian: true),
      charset: "UTF-16BE",
      evidence: .byteOrderMark
    ),
    Case(
      name: "UTF-16 without a mark",
      bytes: utf16("<html><body><p>" + sentence + "</p></body></html>", bigEndian: false),
      charset: "UTF-16LE",
      evidence: .statistics
    ),
  ]

  @Test("A charset is a mark, valid UTF-8, a label that fits, or what the bytes say", arguments: cases)
  func charset(_ item: Case) throws {
    let text = try DecodedText(SourceDocument(bytes: item.bytes, mediaType: .html, charsetLabel: item.label))
    #expect(text.charset.name == item.charset)
    #expect(text.evidence == item.evidence)
    #expect(text.replaced == item.replaced)
    let string = String(decoding: text.bytes, as: UTF8.self)
    #expect(string.contains(item.contains))
    #expect(string.utf8.elementsEqual(text.bytes), "the text is valid UTF-8")
    #expect(string.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == item.replaced)
  }

  @Test("How many bytes were replaced stands in the map, whether any were in the page", arguments: cases)
  func facts(_ item: Case) throws {
    let output = try clean(bytes: item.bytes, charset: item.label)
    #expect(output.map.charset == item.charset)
    #expect(output.map.charsetEvidence == item.evidence)
    #expect(output.map.replacedBytes == item.replaced)
    #expect(output.page.hasReplacements == (item.replaced > 0))
  }

  @Test("A character of four bytes that is cut off is replaced, and the digit in it stays")
  func cutOff() throws {
    let bytes = Self.meta("gb18030") + Self.gb + [0x95, 0x32, 0x82]
    let text = try DecodedText(SourceDocument(bytes: bytes, mediaType: .html))
    #expect(String(decoding: text.bytes, as: UTF8.self).hasSuffix("。\u{FFFD}2\u{FFFD}"))
    #expect(text.replaced == 2)
  }

  @Test("A bad byte does not take the letter behind it along")
  func badByteKeepsASCII() throws {
    let text = try DecodedText(
      SourceDocument(bytes: Self.gb + [0xB0] + Array("<b>".utf8) + Self.gb, mediaType: .html, charsetLabel: "gbk")
    )
    #expect(String(decoding: text.bytes, as: UTF8.self).contains("\u{FFFD}<b>"))
  }

  @Test("Every character leads back to its first byte", arguments: cases)
  func positions(_ item: Case) throws {
    let text = try DecodedText(SourceDocument(bytes: item.bytes, mediaType: .html, charsetLabel: item.label))
    var last = -1
    var index = 0
    while index < text.bytes.count {
      let source = text.positions.source(of: index, in: item.bytes)
      #expect(source > last && source < item.bytes.count, "at \(index)")
      if text.bytes[index] < 0x80 {
        // UTF-16 has the letter in one of two bytes.
        let unit = item.bytes[source...].prefix(2)
        #expect(unit.contains(text.bytes[index]))
      }
      last = source
      index += LineBuilder.length(text.bytes[index])
    }
  }

  @Test(
    "What is no text fails, the same way every time",
    arguments: [
      ([], DocumentFailure.Code.empty), (Array(" \r\n\t ".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
      (Array("%PDF-1.4 something".utf8), .binary), ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00], .binary),
      ([UInt8](repeating: 0x01, count: 300), .binary),
      ([UInt8](repeating: 0xFF, count: 600), .undecodable),
    ]
  )
  func failures(bytes: [UInt8], code: DocumentFailure.Code) {
    let failure = #expect(throws: DocumentFailure.self) { try clean(bytes: bytes) }
    #expect(failure?.code == code)
  }

  @Test("The limit on bytes is settable and named in the failure")
  func tooLarge() {
    let large = [UInt8](repeating: 0x61, count: 30 << 20)
    let failure = #expect(throws: DocumentFailure.self) { try clean(bytes: large) }
    #expect(failure?.code == .tooLarge)
    #expect(failure?.found == "31457280 bytes, the limit is 20971520")
    var parameters = CleanParameters()
    parameters.maximumBytes = 10
    #expect(throws: DocumentFailure.self) {
      try Cleaner(parameters: parameters).clean(SourceDocument(bytes: Array("十一个字节的一行".utf8), mediaType: .plainText))
    }
  }
}
