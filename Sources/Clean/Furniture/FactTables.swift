/// Tables above a text that tell of it: index number, issuer, day of publication. They are the page's, not the text's.
enum FactTables {
  /// Marks the rows of such tables as furniture.
  static func mark(_ verdicts: inout [FurnitureRules.Verdict], of page: PageLines) {
    for table in page.tables {
      let facts = page.rows(of: table).filter { fields(of: $0, in: page) != nil }
      guard facts.count >= 2, facts.count * 2 >= table.rows.count else { continue }
      let hasOwn = facts.contains { row in
        (fields(of: row, in: page) ?? []).contains { $0 == .published || $0 == .index }
      }
      guard hasOwn else { continue }
      for row in facts { verdicts[row.line].insert(.furniture) }
    }
  }

  /// The labels in the row's cells, if each of its values stands behind one.
  private static func fields(of row: PageLines.Row, in page: PageLines) -> [PageLabels.Field]? {
    let cells = Array(page.cells(of: row))
    guard cells.count >= 2, cells.count <= 8 else { return nil }
    var fields: [PageLabels.Field] = []
    for index in stride(from: 0, to: cells.count, by: 2) {
      let cell = cells[index].range
      guard cell.count <= 90 else { return nil }
      var key = LineKey(page.text[cell]).bytes
      if key.last == UInt8(ascii: ":") { key.removeLast() }
      if key.isEmpty, index > 0 { continue }
      guard let label = page.lexicon.labels.label(in: key, at: 0), label.bytes == key else { return nil }
      fields.append(label.field)
    }
    return fields
  }
}
