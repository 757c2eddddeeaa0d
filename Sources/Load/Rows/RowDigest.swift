/// SHA-256 over rows, the same whether they were just prepared or read back from the warehouse.
enum RowDigest {
  static func digest(of tables: [RowSet]) -> [UInt8] {
    var bytes: [UInt8] = []
    for table in tables {
      bytes.append(contentsOf: table.table.name.utf8)
      append(table.count, to: &bytes)
      for cell in table.cells {
        switch cell {
        case .null: bytes.append(0)
        case .integer(let value):
          bytes.append(1)
          append(Int(value), to: &bytes)
        case .real(let value):
          bytes.append(2)
          append(Int(bitPattern: UInt(value.bitPattern)), to: &bytes)
        case .text(_, let count):
          bytes.append(3)
          append(count, to: &bytes)
          bytes.append(contentsOf: table.text(cell))
        case .row(let index):
          bytes.append(4)
          append(index, to: &bytes)
        }
      }
    }
    return SHA256.digest(of: bytes)
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
