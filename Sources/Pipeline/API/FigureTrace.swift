/// The way of one figure from the warehouse back to the bytes that it came from.
///
/// Positions of characters count Unicode code points from 0, those of bytes count from 0; ends are exclusive.
package struct FigureTrace: Sendable, Encodable {
  /// As the view `observations` has it.
  package var observation: TextReader.Reading
  package var document: Document
  /// Where the figure stands in `pages.body`; `nil` where that cannot be told.
  package var page: Place?
  /// Where it stands in the text in normal form, out of which it was read; `nil` for figures of tables, which are read
  /// cell by cell, and where that text is not kept.
  package var normal: NormalPlace?
  package var source: Source

  package struct Document: Sendable, Equatable, Encodable {
    package var uri: String
    package var state: String
    package var title: String?
    package var region: String?
  }

  package struct Place: Sendable, Equatable, Encodable {
    package var start: Int
    package var end: Int
    /// From 1.
    package var line: Int
  }

  package struct NormalPlace: Sendable, Equatable, Encodable {
    package var start: Int
    package var end: Int
    /// The figure's words in normal form.
    package var text: String
    /// The sentence's.
    package var sentence: String
  }

  package struct Source: Sendable, Encodable {
    package enum Standing: String, Sendable, Encodable {
      /// The file has the bytes that the figure was read from.
      case asRead
      /// It has others, or it is not known which it had, and the page that is read from them is the same.
      case samePage
      /// It has others: the bytes of the figure are not there to be shown.
      case changed
      case unreadable
    }

    package var standing: Standing
    /// Path of the file.
    package var path: String
    /// Why it cannot be read.
    package var problem: String?
    /// Of the bytes that the figure was read from, hexadecimal; `nil` where the store does not know them any more.
    package var digest: String?
    /// Of the file now, where that is another.
    package var digestNow: String?
    /// Bytes of the file now.
    package var size: Int?
    /// WHATWG name of the encoding.
    package var charset: String?
    /// Where the figure's words stand: the first to the last byte of them; `nil` where only its line can be told.
    package var figure: ByteRange?
    /// Whether other text stands inside of the figure's words: the number of a page, where a page ends there.
    package var isInterrupted = false
    /// Where the line or element stands that the figure is in.
    package var line: ByteRange?
    /// The source's text from the beginning of the sentence to its end, markup included, cut at the figure.
    package var passage: Passage?
  }

  package struct ByteRange: Sendable, Equatable, Encodable {
    package var start: Int
    package var end: Int

    package init(_ range: Range<Int>) {
      start = range.lowerBound
      end = range.upperBound
    }

    package var count: Int { end - start }
  }

  package struct Passage: Sendable, Equatable, Encodable {
    package var before: String
    package var figure: String
    package var after: String
  }
}
