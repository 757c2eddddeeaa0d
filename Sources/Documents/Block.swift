/// One line of a page's body.
package struct Block: Equatable, ArtifactCodable, Encodable {
  package enum Kind: UInt8, Sendable, Encodable {
    case heading
    case paragraph
    case listItem
    /// One row of a table, its cells separated by one tab.
    case tableRow
    /// A table's or a picture's caption.
    case caption
    /// A footnote, or a note under a table.
    case note
  }

  package var kind: Kind
  // Narrow: a page can have a million of them.
  private let depth: UInt8
  private var bytes: Range<Int32>

  package init(kind: Kind, level: Int = 0, range: Range<Int>) {
    self.kind = kind
    depth = UInt8(clamping: level)
    bytes = Range(narrowing: range)
  }

  /// Of a heading in the markup (h1 is 1); 0 for other blocks.
  package var level: Int { Int(depth) }
  /// Byte range in ``Page/text``.
  package var range: Range<Int> {
    get { bytes.wide }
    set { bytes = Range(narrowing: newValue) }
  }

  private enum CodingKeys: String, CodingKey {
    case kind
    case depth = "level"
    case bytes = "range"
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(kind)
    writer.write(count: level)
    writer.write(range)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    kind = try reader.readEnum()
    depth = try reader.readNarrow()
    bytes = try reader.readNarrowRange()
  }
}
