import Testing

@testable import Load

@Suite("Observations have ids that others can make")
struct IdentityTests {
  /// Made with `printf 'prose\0…' | sha256sum | xxd -r -p | base32 | cut -c1-26 | tr A-Z a-z`.
  @Test("An id is that of its fields")
  func byHand() {
    var identity = ObservationIdentity(uri: "samples/a.html")
    let sentence = Array("地区生产总值120亿元。".utf8)
    let quote = Array("120亿元".utf8)
    #expect(
      identity.prose(sentence: sentence[...], occurrence: 0, quote: quote[...], quoteOffset: 6)
        == "b4a6uvo3ryxnllhkvyiuw4o3z7"
    )
    #expect(
      identity.prose(sentence: sentence[...], occurrence: 1, quote: quote[...], quoteOffset: 6)
        == "np7qi7xp6m45ghhqlv6y5r6d2o"
    )
    #expect(
      identity.prose(sentence: sentence[...], occurrence: 0, quote: quote[...], quoteOffset: 6)
        == "tpqhvh5jp3nxwwd5qfwly726e2"
    )
    #expect(
      identity.table(caption: "收入表", rowPath: "税收 收入", columnPath: "执行数", occurrence: 0) == "6zbkchyp2ivi4rr4svxpr3p2ge"
    )
  }

  @Test(
    "Canonical text has no white space, and its widths and quotes are one",
    arguments: [
      ("增长 ７.5％，", "增长7.5%,"), ("“十四五”\u{3000}期间\u{A0}", "\"十四五\"期间"), ("a\u{200B}b\tc\u{FEFF}", "abc"),
      ("全角ＧＤＰ～！", "全角GDP~!"), ("𠀀·、。", "𠀀·、。"), ("", ""),
    ]
  )
  func canonical(text: String, expected: String) {
    var output: [UInt8] = []
    let count = CanonicalText.append(Array(text.utf8), to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
    #expect(count == expected.unicodeScalars.count)
  }

  @Test(
    "Base32 is that of RFC 4648",
    arguments: [("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"), ("fooba", "mzxw6ytb")]
  )
  func base32(text: String, expected: String) {
    // Whole groups of five bits only: an id is 130 of 256 bits.
    let whole = text.utf8.count * 8 / 5
    #expect(Base32.text(Array(text.utf8), characters: 26) == String(expected.prefix(whole)))
  }

  @Test("Byte offsets become code point offsets", arguments: [0, 1, 255, 256, 257, 1000])
  func codePoints(count: Int) {
    let text = String(repeating: "a中𠀀", count: count)
    let index = CodePointIndex(Array(text.utf8))
    for step in stride(from: 0, through: count, by: 7) {
      #expect(index.position(ofByte: step * 8) == step * 3)
      #expect(index.position(ofByte: step * 8 + 1) == min(step * 3 + 1, count * 3))
    }
    #expect(index.position(ofByte: .max) == count * 3)
    #expect(index.position(ofByte: -1) == 0)
  }

  @Test(
    "The index holds each Han character as a word",
    arguments: [
      ("污染GDP5%", " 污  染 GDP5%"), ("Ａ１中", "A1 中 "), ("𠀀。", " 𠀀 。"), ("・〇", "・〇"),
    ]
  )
  func searchText(text: String, expected: String) {
    var output: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { SearchText.append($0, to: &output) }
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }
}
