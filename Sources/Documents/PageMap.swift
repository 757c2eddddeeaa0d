/// Where the blocks of a page came from, artifact `page.map`. No downstream key contains it: white space that moves in
/// the source changes this artifact and nothing else.
package struct PageMap: Equatable, ArtifactCodable, Encodable {
  package enum CharsetEvidence: UInt8, Sendable, Encodable {
    case byteOrderMark
    case validUTF8
    case declared
    case statistics
  }

  /// A stretch of the page's text that lies in one piece in the source.
  package struct Segment: Equatable, ArtifactCodable, Encodable {
    // Narrow: a page can have a million of them.
    private let offset: Int32
    private let bytes: Range<Int32>

    package init(textOffset: Int, source: Range<Int>) {
      offset = Int32(clamping: textOffset)
      bytes = Range(narrowing: source)
    }

    /// Byte offset in ``Page/text``, ascending.
    package var textOffset: Int { Int(offset) }
    /// Byte range in the document's bytes.
    package var source: Range<Int> { bytes.wide }

    private enum CodingKeys: String, CodingKey {
      case offset = "textOffset"
      case bytes = "source"
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(count: textOffset)
      writer.write(source)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      offset = try reader.readNarrow()
      bytes = try reader.readNarrowRange()
    }
  }

  /// WHATWG name of the encoding: "UTF-8", "gb18030", "Big5", "UTF-16LE", ...
  package var charset = "UTF-8"
  package var charsetEvidence = CharsetEvidence.validUTF8
  /// How many bytes were replaced by U+FFFD.
  package var replacedBytes = 0
  /// HTML: one segment a block, the markup's range. Plain text: one a source line, so that a quote can be found to the byte.
  package var segments: [Segment] = []

  package init() {}

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(charset)
    writer.write(charsetEvidence)
    writer.write(count: replacedBytes)
    writer.write(segments)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    charset = try reader.readString()
    charsetEvidence = try reader.readEnum()
    replacedBytes = try reader.readCount()
    segments = try reader.readArray()
  }
}
