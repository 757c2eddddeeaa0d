package import Lexicon

/// What `clean` in `pipeline.json` can set. Limits are counts of work, never time: the same input gives the same output
/// on every machine.
package struct CleanParameters: Sendable, Hashable {
  /// Larger documents fail with ``DocumentFailure/Code-swift.enum/tooLarge``.
  package var maximumBytes = 20 << 20
  /// Elements and texts of a page, or lines of a text; more fail with
  /// ``DocumentFailure/Code-swift.enum/tooManyNodes``.
  package var maximumNodes = 2_000_000
  /// Elements inside each other; more fail with ``DocumentFailure/Code-swift.enum/tooDeep``.
  package var maximumDepth = 2_000
  /// Attributes of a tag; the rest of them is dropped.
  package var maximumAttributes = 100
  /// Rows or columns that one table cell can span; larger spans count as this.
  package var maximumSpan = 1_000
  /// What the user lays over the words by which lines and parts of pages are judged; without faults.
  package var overlays: [LexiconOverlay] = []

  package init() {}

  /// How many nodes a document of so many bytes can have. A node takes as much memory as some of text does: a page of
  /// hardly anything but tags would take many times its size.
  func maximumNodes(inBytes count: Int) -> Int { min(maximumNodes, maximumNodes / 6 + count / 40) }

  /// The same of a plain text, whose lines take more than nodes do.
  func maximumLines(inBytes count: Int) -> Int { min(maximumNodes, maximumNodes / 16 + count / 144) }
}
