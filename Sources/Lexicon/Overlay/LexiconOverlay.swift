/// A file of the user's that adds to, replaces or disables rows of a built-in one of the same name.
package struct LexiconOverlay: Hashable, Sendable {
  /// Of the built-in file: `indicators.tsv`.
  package var name: String
  /// As messages name it.
  package var path: String
  package var bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}

extension TSVTable {
  /// The table with the rows of the overlays that have its name, in their order.
  ///
  /// A row with the key of another replaces it, any other is added. A row whose first key column begins with `!` disables
  /// the row that has the rest as its key; its other columns may be empty. An overlay has the columns of its table.
  func overlaid(by overlays: [LexiconOverlay], key: [String]) throws(LexiconError) -> TSVTable {
    var table = self
    for overlay in overlays where overlay.name == file {
      table = try table.overlaid(by: overlay, key: key)
    }
    return table
  }

  private func overlaid(by overlay: LexiconOverlay, key: [String]) throws(LexiconError) -> TSVTable {
    let added = try TSVTable(
      file: overlay.path,
      bytes: overlay.bytes,
      columns: columns,
      key: key,
      optional: Set(columns.dropFirst())
    )
    var kept: [TSVRow?] = rows
    var places: [[[UInt8]]: Int] = [:]
    for (place, row) in rows.enumerated() { places[try Self.identity(of: row, key)] = place }
    for row in added.rows {
      var identity = try Self.identity(of: row, key)
      let disables = identity.first?.first == UInt8(ascii: "!")
      if disables { identity[0].removeFirst() }
      if let place = places[identity] {
        kept[place] = disables ? nil : row
      } else if disables {
        let name = identity.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        throw row.malformed(key.first ?? "", "!" + name, "the name of a row that there is")
      } else {
        places[identity] = kept.count
        kept.append(row)
      }
    }
    return TSVTable(file: file, columns: columns, rows: kept.compactMap(\.self))
  }

  private static func identity(of row: TSVRow, _ key: [String]) throws(LexiconError) -> [[UInt8]] {
    var identity: [[UInt8]] = []
    for column in key { identity.append(try row.bytes(column)) }
    return identity
  }
}
