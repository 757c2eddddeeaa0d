/// Gives back the room of artifacts whose rows were deleted: packs without any are removed, packs of which little is
/// left are made again from what is left.
///
/// The caller deletes rows of `artifact` first; some packs are one transaction, so that a sweep may end at any time.
struct PackSweep {
  let connection: SQLiteConnection
  /// A pack that holds less than this share of its bytes is made again.
  var leastShare = 0.9

  private struct Row {
    var digest: Int64
    var start: Int
    var size: Int
  }

  private struct Pack {
    var id: Int64 = 0
    var size = 0
    var rows: [Row] = []

    var left: Int { rows.reduce(0) { $0 + $1.size } }
  }

  /// Packs in one commit: the log stays small.
  private static let batch = 64

  /// - Returns: bytes of packs that went, less those of packs that were made.
  func run() throws -> Int64 {
    var freed = try removeEmpty()
    var wasteful = try wasteful()
    while !wasteful.isEmpty {
      try Task.checkCancellation()
      try connection.checkpointedTransaction {
        for pack in wasteful.suffix(Self.batch) { freed += try sweep(pack) }
      }
      wasteful.removeLast(min(Self.batch, wasteful.count))
    }
    return freed
  }

  private func wasteful() throws -> [Pack] {
    let statement = try connection.statement(
      """
      SELECT artifact.pack, pack.size, artifact.digest, artifact.start, artifact.size
      FROM artifact JOIN pack ON pack.id = artifact.pack ORDER BY artifact.pack, +artifact.start
      """
    )
    defer { statement.reset() }
    var packs: [Pack] = []
    var pack = Pack()
    func take() { if !pack.rows.isEmpty, Double(pack.left) < leastShare * Double(pack.size) { packs.append(pack) } }
    while try statement.step() {
      if statement.integer(0) != pack.id {
        take()
        pack = Pack(id: statement.integer(0), size: Int(statement.integer(1)))
      }
      pack.rows.append(
        Row(digest: statement.integer(2), start: Int(statement.integer(3)), size: Int(statement.integer(4)))
      )
    }
    take()
    return packs
  }

  private func removeEmpty() throws(EngineError) -> Int64 {
    let empty = "WHERE id NOT IN (SELECT pack FROM artifact)"
    let bytes = try connection.integer("SELECT coalesce(sum(length(data)), 0) FROM pack \(empty)") ?? 0
    if bytes > 0 { try connection.execute("DELETE FROM pack \(empty)") }
    return bytes
  }

  /// - Returns: bytes that went; 0 for a pack that is damaged, which is left as it is.
  private func sweep(_ pack: Pack) throws -> Int64 {
    let (rows, size) = (pack.rows, pack.size)
    let find = try connection.statement("SELECT data FROM pack WHERE id = ?").bind(1, pack.id)
    defer { find.reset() }
    guard try find.step(), let old = find.withBytes(0, { Compression.decompress($0, size: size) }),
      rows.allSatisfy({ $0.start >= 0 && $0.size >= 0 && $0.start <= old.count && $0.size <= old.count - $0.start })
    else { return 0 }
    let before = Int64(find.withBytes(0) { $0.count })
    find.reset()
    var bytes: [UInt8] = []
    for row in rows { bytes += old[row.start..<row.start + row.size] }
    let data = try Compression.compress(bytes)
    try connection.statement("UPDATE pack SET size = ?, data = ? WHERE id = ?")
      .bind(1, Int64(bytes.count)).bind(2, data).bind(3, pack.id).run()
    var start = 0
    for row in rows {
      try connection.statement("UPDATE artifact SET start = ? WHERE digest = ?")
        .bind(1, Int64(start)).bind(2, row.digest).run()
      start += row.size
    }
    return before - Int64(data.count)
  }
}
