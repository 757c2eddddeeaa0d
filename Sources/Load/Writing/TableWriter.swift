import GRDB

/// Brings the rows of one owner in one table to what they should be. Made for one batch.
struct TableWriter {
  private let table: TableDefinition
  private let database: Database
  private let insertion: BareStatement
  private let update: BareStatement
  private let deletion: BareStatement
  private let selection: BareStatement
  private let search: SearchIndex?

  init(_ table: TableDefinition, in database: Database) throws {
    self.table = table
    self.database = database
    let columns = table.columns.joined(separator: ", ")
    let marks = String(repeating: ", ?", count: table.columns.count)
    let assignments = table.columns.map { "\($0) = ?" }.joined(separator: ", ")
    insertion = try BareStatement(
      "INSERT INTO \(table.name) (\(table.owner), \(columns)) VALUES (?\(marks))",
      in: database
    )
    update = try BareStatement("UPDATE \(table.name) SET \(assignments) WHERE id = ?", in: database)
    deletion = try BareStatement("DELETE FROM \(table.name) WHERE id = ?", in: database)
    selection = try BareStatement(
      "SELECT id, \(columns) FROM \(table.name) WHERE \(table.owner) = ? ORDER BY ordinal, id",
      in: database
    )
    search = table.isSearched ? try SearchIndex(in: database) : nil
  }

  /// Rows as the database has them, with their surrogate keys.
  struct Stored {
    var rows: RowSet
    var ids: [Int64] = []
  }

  func read(owner: OwnerKey) throws -> Stored {
    var stored = Stored(rows: RowSet(table))
    selection.bind(owner, at: 1)
    while try selection.next() {
      stored.ids.append(selection.integer(0))
      selection.read(into: &stored.rows, from: 1)
    }
    return stored
  }

  /// Inserts all rows.
  ///
  /// - Parameter references: surrogate keys of the rows that `.row` cells mean.
  /// - Returns: the rows' surrogate keys.
  func insert(_ rows: RowSet, owner: OwnerKey, references: [Int64]) throws -> [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(rows.count)
    try rows.arena.withUnsafeBufferPointer { arena in
      insertion.bind(owner, at: 1)
      for row in 0..<rows.count {
        ids.append(try insert(rows, row, arena: arena, references: references))
      }
    }
    return ids
  }

  /// Updates the rows that differ and inserts the new ones. What is obsolete is left for ``delete(_:of:)``, so that no
  /// cascade takes a child that is still wanted.
  func merge(
    _ rows: RowSet,
    into stored: Stored,
    owner: OwnerKey,
    references: [Int64],
    counts: inout WriteCounts
  ) throws -> (ids: [Int64], obsolete: [Int]) {
    let difference = RowDifference(from: stored.rows, to: rows)
    var ids: [Int64] = []
    ids.reserveCapacity(rows.count)
    try rows.arena.withUnsafeBufferPointer { arena in
      for row in 0..<rows.count {
        guard let old = difference.old[row] else {
          insertion.bind(owner, at: 1)
          ids.append(try insert(rows, row, arena: arena, references: references))
          counts.inserted += 1
          continue
        }
        ids.append(stored.ids[old])
        if differs(rows, row, from: stored.rows, old, references: references) {
          update.bind(rows.row(row), from: 1, arena: arena, references: references)
          update.bind(stored.ids[old], at: Int32(table.columns.count + 1))
          try update.run()
          counts.updated += 1
        }
      }
    }
    return (ids, difference.obsolete)
  }

  func delete(_ obsolete: [Int], of stored: Stored) throws {
    let text = table.columns.firstIndex(of: "text")
    for row in obsolete {
      if let search, let text {
        let cells = stored.rows.row(row)
        try stored.rows.text(cells[cells.startIndex + text]).withUnsafeBufferPointer {
          try search.delete(id: stored.ids[row], text: $0)
        }
      }
      deletion.bind(stored.ids[row], at: 1)
      try deletion.run()
    }
  }

  private func insert(
    _ rows: RowSet,
    _ row: Int,
    arena: UnsafeBufferPointer<UInt8>,
    references: [Int64]
  ) throws -> Int64 {
    let cells = rows.row(row)
    insertion.bind(cells, from: 2, arena: arena, references: references)
    try insertion.run()
    let id = database.lastInsertedRowID
    if let search, let last = cells.last, case .text(let start, let count) = last {
      try search.insert(id: id, text: UnsafeBufferPointer(rebasing: arena[start..<start + count]))
    }
    return id
  }

  private func differs(
    _ new: RowSet,
    _ newRow: Int,
    from old: RowSet,
    _ oldRow: Int,
    references: [Int64]
  ) -> Bool {
    for (newCell, oldCell) in zip(new.row(newRow), old.row(oldRow)) {
      if case .row(let index) = newCell {
        guard oldCell == .integer(references[index]) else { return true }
      } else if !RowSet.equal(newCell, of: new, oldCell, of: old) {
        return true
      }
    }
    return false
  }
}

/// What the owner column holds.
enum OwnerKey {
  case document(Int64)
  case group(String)
}

extension BareStatement {
  func bind(_ owner: OwnerKey, at parameter: Int32) {
    switch owner {
    case .document(let id): bind(id, at: parameter)
    case .group(let key): bind(key, at: parameter)
    }
  }
}
