/// Rows that are there beside rows that would take their place.
struct RowComparison {
  private let old: StoredTable
  private let new: RowSet
  private let columns: [String: Int]

  init(from old: StoredTable, to new: RowSet) {
    self.old = old
    self.new = new
    columns = Dictionary(
      new.table.columns.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// In the order of the new rows, then what goes.
  func observations() -> [DocumentDifference.ObservationChange] {
    let match = RowDifference(from: old.rows, to: new)
    var found: [DocumentDifference.ObservationChange] = []
    for (row, former) in match.old.enumerated() {
      guard let former else {
        found.append(observation(.added, new, row))
        continue
      }
      let changes = changes(former, row, ComparedFields.observation)
      guard !changes.isEmpty else { continue }
      var change = observation(changes.contains(where: \.isStatement) ? .changed : .relabelled, new, row)
      change.changes = changes
      found.append(change)
    }
    for row in match.obsolete { found.append(observation(.removed, old.rows, row)) }
    return found
  }

  private func observation(
    _ kind: DocumentDifference.ObservationChange.Kind,
    _ rows: RowSet,
    _ row: Int
  ) -> DocumentDifference.ObservationChange {
    DocumentDifference.ObservationChange(
      kind: kind,
      id: text(rows, row, "observation_id") ?? "",
      quote: text(rows, row, "quote") ?? "",
      indicator: text(rows, row, "indicator") ?? "",
      value: text(rows, row, "value_text") ?? "",
      unit: text(rows, row, "unit"),
      rule: text(rows, row, "rule") ?? ""
    )
  }

  /// - Precondition: both rows are there, or there is no old one (nothing differs then).
  func changes(_ former: Int, _ row: Int, _ fields: [ComparedFields.Field]) -> [DocumentDifference.Change] {
    guard former < old.rows.count, row < new.count else { return [] }
    var found: [DocumentDifference.Change] = []
    for field in fields {
      guard !found.contains(where: { field.follows.contains($0.field) }) else { continue }
      guard let shown = field.columns.first(where: { differs($0, former, row) }) else { continue }
      found.append(
        DocumentDifference.Change(
          field.name,
          old: field.isShown ? text(old.rows, former, shown) : nil,
          new: field.isShown ? text(new, row, shown) : nil,
          isStatement: field.isStatement
        )
      )
    }
    return found
  }

  /// How many rows have no equal among the others, whatever their order.
  func count(_ names: [String]) -> DocumentDifference.Count {
    let compared = names.filter { old.columns.contains($0) }.compactMap { columns[$0] }
    var waiting: [[UInt8]: Int] = [:]
    for row in 0..<old.rows.count { waiting[key(old.rows, row, compared), default: 0] += 1 }
    var count = DocumentDifference.Count()
    for row in 0..<new.count {
      let key = key(new, row, compared)
      if let left = waiting[key], left > 0 { waiting[key] = left - 1 } else { count.added += 1 }
    }
    count.removed = waiting.values.reduce(0, +)
    return count
  }

  private func key(_ rows: RowSet, _ row: Int, _ columns: [Int]) -> [UInt8] {
    var key: [UInt8] = []
    let cells = rows.row(row)
    for column in columns { rows.appendBytes(of: cells[cells.startIndex + column], to: &key) }
    return key
  }

  private func differs(_ name: String, _ former: Int, _ row: Int) -> Bool {
    guard old.columns.contains(name), let column = columns[name] else { return false }
    let (before, after) = (old.rows.row(former), new.row(row))
    return !RowSet.equal(before[before.startIndex + column], of: old.rows, after[after.startIndex + column], of: new)
  }

  private func text(_ rows: RowSet, _ row: Int, _ name: String) -> String? {
    guard let column = columns[name] else { return nil }
    let cells = rows.row(row)
    switch cells[cells.startIndex + column] {
    case .null, .row: return nil
    case .integer(let value): return String(value)
    case .real(let value): return value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    case .text(let start, let count): return String(decoding: rows.arena[start..<start + count], as: UTF8.self)
    }
  }
}
