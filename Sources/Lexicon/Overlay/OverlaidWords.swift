/// What one file of the lexicon holds, with what the user lays over it.
package protocol OverlaidWords: Sendable {
  static var file: EmbeddedFile { get }
  /// The columns that tell rows apart.
  static var key: [String] { get }
  static var builtIn: Self { get }
  static func table() throws(LexiconError) -> TSVTable

  init(_ table: TSVTable) throws(LexiconError)
}

extension OverlaidWords {
  /// - Parameter overlays: of any files; those of others are left out.
  /// - Throws: the first fault of an overlay, with its file and line.
  package init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    guard overlays.contains(where: { $0.name == Self.file.name }) else {
      self = .builtIn
      return
    }
    try self.init(Self.table().overlaid(by: overlays, key: Self.key))
  }
}

extension Units: OverlaidWords {
  package static let file = EmbeddedFile.units
}

extension Cues: OverlaidWords {
  package static let file = EmbeddedFile.cues
}

extension Indicators: OverlaidWords {
  package static let file = EmbeddedFile.indicators
}

extension WordClasses: OverlaidWords {
  package static let file = EmbeddedFile.wordClasses
}

extension SectionWords: OverlaidWords {
  package static let file = EmbeddedFile.sectionWords
}
