import GRDB

/// What the warehouse holds of single documents and of groups: asked a page at a time, as it may be of any size.
package struct WarehouseHoldings: Sendable {
  /// What is there of one document: either of the two may have been removed by hand.
  package struct Held: Sendable {
    package var state: LoadState?
    /// Rows that are really there; `nil` where the document's own is not, or where nobody asked.
    package var rowCount: Int?
    /// What the document's own row tells.
    package var reason: String?
  }

  private let queue: DatabaseQueue
  private let path: String

  init(_ queue: DatabaseQueue, path: String) {
    self.queue = queue
    self.path = path
  }

  /// URIs of documents of which anything is there, in the order of their bytes.
  package func documents(after uri: String, limit: Int) throws(WarehouseError) -> [String] {
    try access { database in
      let statement = try BareStatement(
        """
        SELECT key FROM load_state WHERE kind = 'document' AND key > ?1
        UNION SELECT uri FROM document WHERE uri > ?1 ORDER BY 1 LIMIT ?2
        """,
        in: database
      )
      statement.bind(uri, at: 1)
      statement.bind(Int64(limit), at: 2)
      var uris: [String] = []
      while try statement.next() { uris.append(String(decoding: statement.text(0), as: UTF8.self)) }
      return uris
    }
  }

  /// In the order of `uris`.
  ///
  /// - Parameter counting: whether the rows are looked at too, and not only what `load_state` says of them.
  package func held(of uris: [String], counting: Bool) throws(WarehouseError) -> [Held] {
    try access { database in
      let states = try LoadStateReader(in: database)
      let rows = counting ? try BareStatement(Self.counting, in: database) : nil
      var all: [Held] = []
      all.reserveCapacity(uris.count)
      for uri in uris {
        var held = Held(state: try states.read(.document, uri))
        if let rows {
          rows.bind(uri, at: 1)
          if try rows.next() {
            held.rowCount = Int(rows.integer(0))
            if !rows.isNull(1) { held.reason = String(decoding: rows.text(1), as: UTF8.self) }
            rows.reset()
          }
        }
        all.append(held)
      }
      return all
    }
  }

  private static let counting: String = {
    let children = DocumentRows.definitions.map { "(SELECT count(*) FROM \($0.name) WHERE document_id = d.id)" }
    return "SELECT \((["1"] + children).joined(separator: " + ")), reason FROM document d WHERE uri = ?"
  }()

  package func groupStates() throws(WarehouseError) -> [LoadState] {
    try access { try LoadStateReader.all(.group, in: $0) }
  }

  /// Rows that are really there, of groups with a load state and of those without.
  package func groupRowCounts() throws(WarehouseError) -> [(key: String, count: Int)] {
    try access { try StoredCounts.groups(in: $0) }
  }

  private func access<Value>(_ body: (Database) throws -> Value) throws(WarehouseError) -> Value {
    do {
      return try queue.unsafeRead(body)
    } catch {
      throw WarehouseError(error, path: path)
    }
  }
}

extension Warehouse {
  package var holdings: WarehouseHoldings { WarehouseHoldings(queue, path: path) }
}

extension WarehouseComparison {
  package var holdings: WarehouseHoldings { WarehouseHoldings(queue, path: path) }
}
