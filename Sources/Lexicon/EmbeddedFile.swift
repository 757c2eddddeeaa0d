/// A data file of the lexicon, as it was when the program was built.
package struct EmbeddedFile: Sendable {
  /// File name inside `Sources/Lexicon/Data`.
  package let name: String
  /// SHA-256 of the file, 64 hex digits: it stands in the action keys of the stages that read the file.
  package let digest: String
  private let text: StaticString

  init(name: String, digest: String, text: StaticString) {
    self.name = name
    self.digest = digest
    self.text = text
  }

  /// The file's bytes, UTF-8, not copied; they live as long as the program.
  package var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
