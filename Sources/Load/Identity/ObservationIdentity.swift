/// Names an observation by where it stands, never by what was read out of it: a better extractor mends the row in place.
///
/// `observation_id` is the first 26 characters of the RFC 4648 base32, in lower case and without padding, of SHA-256
/// over these fields with a NUL byte between them:
/// - prose: `prose`, document URI, canonical sentence, which occurrence of that sentence in the document (from 0),
///   canonical quote, code points before it in the canonical sentence;
/// - tables: `table`, document URI, caption, row path, column path (each canonical), which cell of these paths (from 0).
///
/// Where a document has several observations of one id (two figures read out of one quote), the second and further
/// ones have one more field: 1, 2, ... Canonical text is that of ``CanonicalText``; it holds no NUL. RFC 4648 and not
/// Crockford's alphabet: `sha256sum`, `xxd -r -p` and `base32` of any Linux make an id out of its fields.
struct ObservationIdentity {
  private let uri: String
  private var seen: [[UInt8]: Int] = [:]
  private var buffer: [UInt8] = []

  init(uri: String) {
    self.uri = uri
    buffer.reserveCapacity(1024)
  }

  /// - Parameters:
  ///   - sentence: canonical.
  ///   - quoteOffset: code points before the quote in the canonical sentence.
  mutating func prose(
    sentence: ArraySlice<UInt8>,
    occurrence: Int,
    quote: ArraySlice<UInt8>,
    quoteOffset: Int
  ) -> String {
    start("prose")
    buffer.append(contentsOf: sentence)
    append(occurrence)
    buffer.append(0)
    CanonicalText.append(quote, to: &buffer)
    append(quoteOffset)
    return finish()
  }

  mutating func table(caption: String, rowPath: String, columnPath: String, occurrence: Int) -> String {
    start("table")
    CanonicalText.append(caption.utf8, to: &buffer)
    buffer.append(0)
    CanonicalText.append(rowPath.utf8, to: &buffer)
    buffer.append(0)
    CanonicalText.append(columnPath.utf8, to: &buffer)
    append(occurrence)
    return finish()
  }

  private mutating func start(_ kind: StaticString) {
    buffer.removeAll(keepingCapacity: true)
    kind.withUTF8Buffer { buffer.append(contentsOf: $0) }
    buffer.append(0)
    buffer.append(contentsOf: uri.utf8)
    buffer.append(0)
  }

  private mutating func append(_ number: Int) {
    buffer.append(0)
    buffer.append(contentsOf: String(number).utf8)
  }

  private mutating func finish() -> String {
    var digest = SHA256.digest(of: buffer)
    let earlier = seen[digest, default: 0]
    seen[digest] = earlier + 1
    if earlier > 0 {
      append(earlier)
      digest = SHA256.digest(of: buffer)
    }
    return Base32.text(digest, characters: 26)
  }
}
