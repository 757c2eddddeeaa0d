/// Why a `pipeline.json` cannot be used: every problem that was found, in the order of the text. Nothing runs (exit 78).
package struct ConfigurationError: Error, Equatable {
  package struct Problem: Equatable, Sendable {
    package enum Code: Equatable, Sendable {
      case missingFile
      /// The system's words for it.
      case unreadableFile(String)
      case syntax(String)
      /// `nearest` is the known key that takes the fewest edits, where one is near enough.
      case unknownKey(String, nearest: String?, known: [String])
      case missingKey(String)
      case wrongType(expected: String, found: String)
      case invalidValue(expected: String, found: String)
      /// One document under two sources whose hints differ.
      case conflictingHints(document: String, first: String, second: String)
    }

    package var code: Code
    /// `sources[0].files`; empty for the file as a whole.
    package var keyPath: String
    package var position: TextPosition?

    package init(_ code: Code, keyPath: String = "", position: TextPosition? = nil) {
      self.code = code
      self.keyPath = keyPath
      self.position = position
    }
  }

  /// The file's path as it was given.
  package var file: String
  /// At least one.
  package var problems: [Problem]

  package init(file: String, problems: [Problem]) {
    self.file = file
    self.problems = problems
  }
}
