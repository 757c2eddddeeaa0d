/// A document's own text and metadata, without navigation, share bars and footers: what clean makes, artifact `page`.
package struct Page: Equatable, ArtifactCodable, Encodable {
  package var metadata = PageMetadata()
  /// The printed body, UTF-8: the blocks in reading order, separated by one `\n`; no block holds a `\n`.
  /// White space inside a block is as printed, but tabs and line breaks of the source are single spaces.
  /// `pages.body` is this text, and all positions in the warehouse count its code points from 0.
  package var text = UTF8Text()
  /// Ascending and disjoint; together with the `\n` between them they cover `text`.
  package var blocks: [Block] = []
  package var tables: [Table] = []
  /// Pictures whose alternative text says something, in reading order.
  package var images: [PageImage] = []
  /// How far two independent ways to the body agree on it, 0 to 1; `nil` for plain text, which has no elements.
  package var bodyConfidence: Double?
  /// Whether bytes that are no text were replaced by U+FFFD.
  package var hasReplacements = false
  /// Whether the text ends in the middle of a sentence, or of the markup.
  package var isCutOff = false
  /// The length that the page states of itself ("共计13074个字"), in characters.
  package var statedLength: Int?
  /// Why the page is no report (a shell, an error page, a list of links, a template), where it is none.
  package var refusal: Refusal?

  package init() {}

  package enum Refusal: UInt8, Sendable, Encodable {
    /// Hardly any text: a shell that scripts fill, or an empty page.
    case emptyShell
    case errorPage
    case listOfLinks
    /// Figures are placeholders (X, ×, ＿).
    case template
    /// Text that no report has the form of (news, an article).
    case otherText
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(metadata)
    writer.write(text)
    writer.write(blocks)
    writer.write(tables)
    writer.write(images)
    writer.write(bodyConfidence) { $0.write($1) }
    writer.write(hasReplacements)
    writer.write(isCutOff)
    writer.write(statedLength)
    writer.write(refusal) { $0.write($1) }
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    metadata = try reader.read()
    text = try reader.read()
    blocks = try reader.readArray()
    tables = try reader.readArray()
    images = try reader.readArray()
    bodyConfidence = try reader.readOptional { reader throws(ArtifactError) in try reader.readDouble() }
    hasReplacements = try reader.readBool()
    isCutOff = try reader.readBool()
    statedLength = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    refusal = try reader.readOptional { reader throws(ArtifactError) in try reader.readEnum() }
    guard blocks.allSatisfy({ $0.range.upperBound <= text.count }) else {
      throw ArtifactError(offset: reader.offset, problem: .invalidValue)
    }
  }
}
