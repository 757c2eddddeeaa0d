/// A page's text in one normal form, cut into sections, paragraphs and sentences: what normalize makes, artifact `text`.
///
/// Widths are half (as NFKC makes them), quotes straight, white space inside and between Han characters gone, thousands
/// separators gone, damaged digits repaired; `。` `、` `《》` stay. Every edit keeps its way back through ``alignment``.
package struct NormalText: Equatable, ArtifactCodable, Encodable {
  /// UTF-8; the paragraphs in order, separated by one `\n`.
  package var text = UTF8Text()
  package var alignment = Alignment()
  /// In document order; parents before children.
  package var sections: [Section] = []
  /// In document order. Table rows are none.
  package var paragraphs: [Paragraph] = []
  /// In document order.
  package var sentences: [Sentence] = []

  package init() {}

  package struct Section: Equatable, ArtifactCodable, Encodable {
    /// 1 for 一、, 2 for (一), 3 for 1. or 一是, ... as the document uses them.
    package var level: Int
    /// The printed number in normal form without trailing punctuation ("一", "(一)", "1", "一是"); empty for a heading without one.
    package var number: String
    /// The heading's words in normal form but with the quotes of the print, without the number and the closing mark.
    package var title: String
    /// Index into ``NormalText/sections``.
    package var parent: Int?
    /// Of the heading in ``NormalText/text``; a run-in heading is the start of its paragraph.
    package var range: Range<Int>
    package var isRunIn: Bool

    package init(level: Int, number: String, title: String, parent: Int?, range: Range<Int>, isRunIn: Bool) {
      self.level = level
      self.number = number
      self.title = title
      self.parent = parent
      self.range = range
      self.isRunIn = isRunIn
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(count: level)
      writer.write(number)
      writer.write(title)
      writer.write(parent)
      writer.write(range)
      writer.write(isRunIn)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      level = try reader.readCount()
      number = try reader.readString()
      title = try reader.readString()
      parent = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
      range = try reader.readRange()
      isRunIn = try reader.readBool()
    }
  }

  package struct Paragraph: Equatable, ArtifactCodable, Encodable {
    /// Index into ``Page/blocks``.
    package var block: Int
    /// Index into ``NormalText/sections``; `nil` before the first heading.
    package var section: Int?
    /// In ``NormalText/text``.
    package var range: Range<Int>
    /// Whether the paragraph is a heading and nothing else.
    package var isHeading: Bool

    package init(block: Int, section: Int?, range: Range<Int>, isHeading: Bool) {
      self.block = block
      self.section = section
      self.range = range
      self.isHeading = isHeading
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(count: block)
      writer.write(section)
      writer.write(range)
      writer.write(isHeading)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      block = try reader.readCount()
      section = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
      range = try reader.readRange()
      isHeading = try reader.readBool()
    }
  }

  package struct Sentence: Equatable, ArtifactCodable, Encodable {
    /// Index into ``NormalText/paragraphs``.
    package var paragraph: Int
    /// Index into ``NormalText/sections``: with run-in headings, sentences of one paragraph can belong to several.
    package var section: Int?
    /// In ``NormalText/text``, its closing mark included, no white space at either end.
    package var range: Range<Int>

    package init(paragraph: Int, section: Int?, range: Range<Int>) {
      self.paragraph = paragraph
      self.section = section
      self.range = range
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(count: paragraph)
      writer.write(section)
      writer.write(range)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      paragraph = try reader.readCount()
      section = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
      range = try reader.readRange()
    }
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(text)
    writer.write(alignment)
    writer.write(sections)
    writer.write(paragraphs)
    writer.write(sentences)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    text = try reader.read()
    alignment = try reader.read()
    sections = try reader.readArray()
    paragraphs = try reader.readArray()
    sentences = try reader.readArray()
    let end = text.count
    guard sections.allSatisfy({ $0.range.upperBound <= end && ($0.parent ?? 0) < max(1, sections.count) }),
      paragraphs.allSatisfy({ $0.range.upperBound <= end && ($0.section ?? 0) < max(1, sections.count) }),
      sentences.allSatisfy({
        $0.range.upperBound <= end && $0.paragraph < paragraphs.count && ($0.section ?? 0) < max(1, sections.count)
      })
    else { throw ArtifactError(offset: reader.offset, problem: .invalidValue) }
  }
}
