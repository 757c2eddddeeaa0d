/// A picture in a page's body that says something: a chart, a scanned table, a photograph with a caption.
package struct PageImage: Equatable, ArtifactCodable, Encodable {
  /// Its alternative text or its title, white space collapsed. It stands in no block.
  package var text: String
  /// As written in the page.
  package var target: String
  /// Index of the block before which it stands; the count of blocks where it stands behind all of them.
  package var block: Int

  package init(text: String, target: String, block: Int) {
    self.text = text
    self.target = target
    self.block = block
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(text)
    writer.write(target)
    writer.write(count: block)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    text = try reader.readString()
    target = try reader.readString()
    block = try reader.readCount()
  }
}
