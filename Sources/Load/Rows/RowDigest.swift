/// SHA-256 over rows, the same whether they were just prepared or read back from the warehouse.
enum RowDigest {
  static func digest(of tables: [RowSet]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tables.reduce(0) { $0 + $1.arena.count + $1.cells.count * 9 })
    for table in tables {
      bytes.append(contentsOf: table.table.name.utf8)
      bytes.append(0)
      for cell in table.cells { table.appendBytes(of: cell, to: &bytes) }
      bytes.append(0xFF)
    }
    return SHA256.digest(of: bytes)
  }
}
