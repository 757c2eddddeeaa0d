/// Which of the new rows are rows that are there already.
struct RowDifference {
  /// For each new row its index among the old ones.
  private(set) var old: [Int?]
  /// Old rows that are no longer wanted.
  private(set) var obsolete: [Int] = []

  /// - Parameters:
  ///   - new: of the same table as `old`; both in their order.
  ///   - Complexity: O(rows). Rows that stand alike at both ends are matched without a look-up.
  init(from oldRows: RowSet, to newRows: RowSet) {
    old = Array(repeating: nil, count: newRows.count)
    var start = 0
    let shorter = min(oldRows.count, newRows.count)
    while start < shorter, Self.sameKey(oldRows, start, newRows, start) {
      old[start] = start
      start += 1
    }
    var tail = 0
    while tail < shorter - start,
      Self.sameKey(oldRows, oldRows.count - 1 - tail, newRows, newRows.count - 1 - tail)
    {
      tail += 1
      old[newRows.count - tail] = oldRows.count - tail
    }
    var waiting: [[UInt8]: [Int]] = [:]
    for index in (start..<oldRows.count - tail).reversed() {
      waiting[Self.key(oldRows, index), default: []].append(index)
    }
    for index in start..<newRows.count - tail {
      old[index] = waiting[Self.key(newRows, index)]?.popLast()
    }
    var isWanted = [Bool](repeating: false, count: oldRows.count)
    for case let index? in old { isWanted[index] = true }
    obsolete = isWanted.indices.filter { !isWanted[$0] }
  }

  private static func sameKey(_ left: RowSet, _ leftRow: Int, _ right: RowSet, _ rightRow: Int) -> Bool {
    let (leftCells, rightCells) = (left.row(leftRow), right.row(rightRow))
    return left.table.key.allSatisfy {
      RowSet.equal(leftCells[leftCells.startIndex + $0], of: left, rightCells[rightCells.startIndex + $0], of: right)
    }
  }

  private static func key(_ rows: RowSet, _ row: Int) -> [UInt8] {
    var key: [UInt8] = []
    let cells = rows.row(row)
    for column in rows.table.key { rows.appendBytes(of: cells[cells.startIndex + column], to: &key) }
    return key
  }
}
