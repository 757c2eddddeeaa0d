extension ShownRows {
  /// What the warehouse holds of a document.
  init(_ uri: String, _ query: WarehouseQuery) throws {
    self.init()
    let name = WarehouseQuery.literal(uri)
    func rows(_ sql: String) throws -> [[String: WarehouseAnswer.Value]] {
      try query.answers(to: sql, name: "warehouse").first?.objects ?? []
    }
    guard let row = try rows("SELECT * FROM documents WHERE document_uri = \(name)").first else {
      throw PipelineError(.stageHasNothing, place: uri, cause: "the warehouse has nothing of it; the next run loads it")
    }
    document = row
    let mine = "document_id = (SELECT id FROM document WHERE uri = \(name))"
    sections = try rows("SELECT ordinal, level, number, title, path FROM section WHERE \(mine) ORDER BY ordinal")
    sentences = try rows("SELECT ordinal, origin, start, text FROM sentence WHERE \(mine) ORDER BY ordinal")
    observations = try rows("SELECT * FROM observations WHERE document_uri = \(name) ORDER BY ordinal")
    findings = try rows(
      "SELECT rule, severity, message, observation_id FROM finding WHERE \(mine) ORDER BY ordinal"
    )
    terms = try rows("SELECT list, term, section_ordinal, mood, count FROM term_count WHERE \(mine) ORDER BY ordinal")
  }

  var parts: [(name: String, rows: [[String: WarehouseAnswer.Value]])] {
    [
      ("sections", sections), ("sentences", sentences), ("observations", observations), ("findings", findings),
      ("terms", terms),
    ]
  }
}
