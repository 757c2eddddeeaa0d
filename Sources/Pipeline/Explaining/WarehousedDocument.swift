import Incremental

/// What the warehouse says that it holds of one document, beside what the store says that it should hold.
struct WarehousedDocument {
  /// `nil` where there is no warehouse.
  private(set) var found: Explanation.Warehoused?

  init(_ history: DocumentHistory, _ configuration: Configuration) {
    do throws(QueryError) {
      let query = try WarehouseQuery(path: configuration.warehousePath)
      found = try Self.ask(query, history)
    } catch {
      guard error.code != .noWarehouse else { return }
      found = Explanation.Warehoused()
      found?.problem = error.cause
    }
  }

  private static func ask(_ query: WarehouseQuery, _ history: DocumentHistory) throws(QueryError)
    -> Explanation.Warehoused
  {
    let uri = WarehouseQuery.literal(history.name)
    let answers = try query.answers(
      to: """
        SELECT state, row_count, lower(hex(output_digest)), loader_fingerprint,
          (SELECT count(*) FROM observation o JOIN document d ON d.id = o.document_id WHERE d.uri = \(uri))
        FROM load_state WHERE kind = 'document' AND key = \(uri)
        """,
      name: "warehouse"
    )
    var warehoused = Explanation.Warehoused()
    guard let row = answers.first?.rows.first, row.count == 5 else {
      warehoused.isAsStored = history.row == nil
      return warehoused
    }
    warehoused.state = row[0].text
    warehoused.rows = Int(row[1].text) ?? 0
    warehoused.observations = Int(row[4].text) ?? 0
    if let stored = history.row {
      warehoused.isAsStored =
        DocumentState(stored.state).rawValue == row[0].text && stored.load?.hex == row[2].text
        && CodeFingerprints.code(of: .load) == row[3].text
    }
    return warehoused
  }
}
