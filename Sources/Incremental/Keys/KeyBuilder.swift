/// Builds the bytes of a key: every field has a tag and its length before it, so that no two lists of fields give the
/// same bytes.
package struct KeyBuilder {
  private var bytes: [UInt8] = []

  /// - Parameter domain: what kind of key it is; keys of different kinds are never equal.
  package init(domain: String) {
    append(tag: 0, Array(domain.utf8))
  }

  /// Goes on where `prefix` stands.
  init(prefix: [UInt8]) {
    bytes = prefix
  }

  package mutating func append(tag: UInt8, _ field: [UInt8]) {
    appendHeader(tag: tag, count: field.count)
    bytes.append(contentsOf: field)
  }

  package mutating func append(tag: UInt8, _ field: String) {
    append(tag: tag, Array(field.utf8))
  }

  package mutating func append(tag: UInt8, _ digest: Digest) {
    appendHeader(tag: tag, count: Digest.count)
    digest.withBytes { bytes.append(contentsOf: $0) }
  }

  private mutating func appendHeader(tag: UInt8, count: Int) {
    bytes.append(tag)
    withUnsafeBytes(of: UInt64(count).littleEndian) { bytes.append(contentsOf: $0) }
  }

  package var prefix: [UInt8] { bytes }
  package var digest: Digest { Digest(of: bytes) }
}
