/// The numbers that digests have in the store.
///
/// A row holds the digest's bytes and their checksum: a damaged one is as good as none, and never another digest.
struct DigestTable {
  private let connection: SQLiteConnection
  private var numbers: [Digest: Int64] = [:]
  private var digests: [Int64: Digest] = [:]
  // Only caches: emptied rather than aged.
  private static let limit = 4096

  init(_ connection: SQLiteConnection) {
    self.connection = connection
  }

  /// - Returns: `nil` for a digest that no row ever named.
  mutating func number(of digest: Digest) throws(EngineError) -> Int64? {
    if let known = numbers[digest] { return known }
    let find = try connection.statement(
      "SELECT id FROM digest WHERE substr(bytes, 1, 6) = substr(?1, 1, 6) AND bytes = ?1"
    )
    .bind(1, Self.row(digest))
    defer { find.reset() }
    guard try find.step() else { return nil }
    remember(digest, find.integer(0))
    return find.integer(0)
  }

  /// Makes the number where there is none.
  mutating func insert(_ digest: Digest) throws(EngineError) -> Int64 {
    if let known = try number(of: digest) { return known }
    try connection.statement("INSERT INTO digest (bytes) VALUES (?)").bind(1, Self.row(digest)).run()
    let number = connection.lastInsertedRow
    remember(digest, number)
    return number
  }

  mutating func digest(_ number: Int64) throws(EngineError) -> Digest? {
    if let known = digests[number] { return known }
    let find = try connection.statement("SELECT bytes FROM digest WHERE id = ?").bind(1, number)
    defer { find.reset() }
    guard try find.step(), let digest = Self.digest(find.bytes(0)) else { return nil }
    remember(digest, number)
    return digest
  }

  private static func row(_ digest: Digest) -> [UInt8] {
    let bytes = digest.bytes
    return bytes + Checksum.bytes(of: bytes[...])
  }

  /// - Parameter row: a row's `bytes`; `nil` for damaged ones.
  static func digest(_ row: [UInt8]) -> Digest? {
    var reader = RecordReader(sealed: row)
    return reader?.digest()
  }

  private mutating func remember(_ digest: Digest, _ number: Int64) {
    if numbers.count >= Self.limit { numbers.removeAll(keepingCapacity: true) }
    if digests.count >= Self.limit { digests.removeAll(keepingCapacity: true) }
    numbers[digest] = number
    digests[number] = digest
  }
}
