package import Lexicon

/// The words by which lines and parts of a page are judged: the built-in ones, with what the user's folders lay over them.
///
/// A class, because all that reads lines has it; nothing in it changes.
package final class CleanLexicon: Sendable {
  let furniture: FurnitureRules
  let labels: PageLabels
  let partNames: PagePartNames
  let tables: TableWords

  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try CleanLexicon(overlaidBy: []) }

  /// - Throws: the first fault of an overlay, with its file and line.
  package init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    furniture = try FurnitureRules(overlaidBy: overlays)
    labels = try PageLabels(overlaidBy: overlays)
    partNames = try PagePartNames(overlaidBy: overlays)
    tables = try TableWords(overlaidBy: overlays)
  }
}
