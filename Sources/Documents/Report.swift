/// A document read: its facts, sections, sentences and observations. What extract makes, artifact `report`.
package struct Report: Equatable, ArtifactCodable, Encodable {
  package var facts = DocumentFacts()
  /// Why the text is no report, where clean took it for one: extract sees only the words (news, an article).
  package var refusal: Page.Refusal?
  /// In document order, parents before children.
  package var sections: [Section] = []
  /// In document order; every sentence of the body.
  package var sentences: [Sentence] = []
  /// Prose in document order, then tables.
  package var observations: [Observation] = []
  package var terms: [TermCount] = []

  package init() {}

  package struct Section: Equatable, ArtifactCodable, Encodable {
    package var level: Int
    package var number: String
    package var title: String
    /// Index into ``Report/sections``.
    package var parent: Int?

    package init(level: Int, number: String, title: String, parent: Int?) {
      self.level = level
      self.number = number
      self.title = title
      self.parent = parent
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(count: level)
      writer.write(number)
      writer.write(title)
      writer.write(parent)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      level = try reader.readCount()
      number = try reader.readString()
      title = try reader.readString()
      parent = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    }
  }

  package struct Sentence: Equatable, ArtifactCodable, Encodable {
    /// Byte range in the page's printed text.
    package var printed: Range<Int>
    /// Index into ``Report/sections``.
    package var section: Int?
    /// `nil` where neither section nor text says it.
    package var mood: Mood?

    package init(printed: Range<Int>, section: Int?, mood: Mood? = nil) {
      self.printed = printed
      self.section = section
      self.mood = mood
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(printed)
      writer.write(section)
      writer.write(mood) { $0.write($1) }
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      printed = try reader.readRange()
      section = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
      mood = try reader.readOptional { reader throws(ArtifactError) in try reader.readEnum() }
    }
  }

  /// Where words look to.
  package enum Mood: UInt8, Sendable, Encodable, CaseIterable {
    /// Back.
    case review
    /// Ahead.
    case plan

    // Written out: what the compiler makes of these is called through a witness by other modules.

    @inlinable
    package static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }

    @inlinable
    package static func != (one: Self, other: Self) -> Bool { one.rawValue != other.rawValue }

    package var name: String { self == .review ? "review" : "plan" }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  /// How often the words of a list stand in a section, where it looks back or where it looks ahead.
  package struct TermCount: Equatable, ArtifactCodable, Encodable {
    package var list: String
    package var term: String
    /// `nil` before the first heading.
    package var section: Int?
    package var mood: Mood?
    package var count: Int

    package init(list: String, term: String, section: Int?, mood: Mood? = nil, count: Int) {
      self.list = list
      self.term = term
      self.section = section
      self.mood = mood
      self.count = count
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(list)
      writer.write(term)
      writer.write(section)
      writer.write(mood) { $0.write($1) }
      writer.write(count: count)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      list = try reader.readString()
      term = try reader.readString()
      section = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
      mood = try reader.readOptional { reader throws(ArtifactError) in try reader.readEnum() }
      count = try reader.readCount()
    }
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(facts)
    writer.write(refusal) { $0.write($1) }
    writer.write(sections)
    writer.write(sentences)
    writer.write(observations)
    writer.write(terms)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    facts = try reader.read()
    refusal = try reader.readOptional { reader throws(ArtifactError) in try reader.readEnum() }
    sections = try reader.readArray()
    sentences = try reader.readArray()
    observations = try reader.readArray()
    terms = try reader.readArray()
    guard observations.allSatisfy({ ($0.sentence ?? 0) < max(1, sentences.count) }),
      sentences.allSatisfy({ ($0.section ?? 0) < max(1, sections.count) }),
      sections.allSatisfy({ ($0.parent ?? 0) < max(1, sections.count) })
    else { throw ArtifactError(offset: reader.offset, problem: .invalidValue) }
  }
}
