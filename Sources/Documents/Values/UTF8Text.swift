/// UTF-8 text kept as bytes: stages scan it without making `Character`s of it.
package struct UTF8Text: Hashable, ArtifactCodable, Encodable, ExpressibleByStringLiteral, CustomStringConvertible {
  package var bytes: [UInt8]

  package init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  package init(_ string: String) {
    bytes = Array(string.utf8)
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  package var count: Int { bytes.count }
  package var isEmpty: Bool { bytes.isEmpty }
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  package subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// How many code points begin in a range of bytes.
  package func codePoints(in range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(bytes)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    bytes = try reader.readBytes()
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
