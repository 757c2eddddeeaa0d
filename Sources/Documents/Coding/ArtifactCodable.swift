/// A value that stages hand on and the store keeps.
///
/// `encode` and `init(from:)` mirror each other field by field; a change of either changes the code fingerprint of the
/// stages that use the value, so old bytes are never read with new code by mistake.
package protocol ArtifactCodable: Sendable {
  func encode(into writer: inout ArtifactWriter)
  init(from reader: inout ArtifactReader) throws(ArtifactError)
}

extension ArtifactCodable {
  /// The value's canonical bytes.
  package func artifactBytes() -> [UInt8] {
    var writer = ArtifactWriter()
    encode(into: &writer)
    return writer.bytes
  }

  /// - Throws: ``ArtifactError`` where the bytes are not exactly one such value.
  package init(artifactBytes: [UInt8]) throws(ArtifactError) {
    var reader = ArtifactReader(artifactBytes)
    self = try Self(from: &reader)
    guard reader.isAtEnd else { throw ArtifactError(offset: reader.offset, problem: .trailingBytes) }
  }
}
