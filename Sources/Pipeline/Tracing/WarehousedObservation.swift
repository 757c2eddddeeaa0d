import Load

/// One row of the view `observations`, with the page that it stands in.
struct WarehousedObservation {
  let reading: TextReader.Reading
  let document: FigureTrace.Document
  /// `pages.body`.
  let body: [UInt8]

  /// - Parameter id: an observation's id, or the beginning of exactly one.
  init(_ id: String, in query: WarehouseQuery, path: String) throws {
    let wanted = id.lowercased()
    guard !wanted.isEmpty, wanted.utf8.count <= 26, wanted.utf8.allSatisfy(Self.isBase32) else {
      throw PipelineError(.noSuchObservation, place: id, cause: "an id has 26 letters a to z and digits 2 to 7")
    }
    let found = try query.answers(
      to: """
        SELECT * FROM observations WHERE observation_id >= '\(wanted)' AND observation_id < '\(wanted)~'
        ORDER BY observation_id LIMIT 20
        """,
      name: path
    )
    let rows = found.first?.objects ?? []
    guard let row = rows.first else {
      throw PipelineError(.noSuchObservation, place: id, cause: "the warehouse has none of this id")
    }
    guard rows.count == 1 else {
      let candidates = rows.map { "\($0.text("observation_id")) \($0.text("quote")) (\($0.text("document_uri")))" }
      throw PipelineError(.ambiguousObservation, place: id, candidates: candidates)
    }
    reading = TextReader.Reading(row)
    document = FigureTrace.Document(
      uri: row.text("document_uri"),
      state: row.text("document_state"),
      title: row.optional("title"),
      region: row.optional("region")
    )
    let pages = try query.answers(
      to: "SELECT body FROM pages WHERE document_uri = \(WarehouseQuery.literal(document.uri))",
      name: path
    )
    body = Array((pages.first?.objects.first?.text("body") ?? "").utf8)
  }

  private static func isBase32(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(byte)
  }
}

extension [String: WarehouseAnswer.Value] {
  func text(_ column: String) -> String { self[column]?.text ?? "" }

  /// `nil` for a null.
  func optional(_ column: String) -> String? {
    guard let value = self[column], !value.isNull else { return nil }
    return value.text
  }

  func real(_ column: String) -> Double? {
    switch self[column] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }
}

extension TextReader.Reading {
  /// A row of the view `observations`.
  init(_ row: [String: WarehouseAnswer.Value]) {
    id = row.optional("observation_id")
    section = row.optional("section")
    sentence = row.text("sentence")
    sentenceStart = row.optional("sentence_start").flatMap { Int($0) }
    quote = row.text("quote")
    quoteStart = Int(row.text("quote_start")) ?? 0
    indicator = row.text("indicator")
    code = row.optional("indicator_code")
    action = row.optional("action")
    measure = row.text("measure")
    comparator = row.text("comparator")
    status = row.text("status")
    period = row.optional("period")
    rankScope = row.optional("rank_scope")
    rankOf = row.optional("rank_of")
    value = row.text("value_text")
    valueHigh = row.optional("value_high")
    unit = row.optional("unit")
    baseValue = row.real("base_value")
    baseUnit = row.optional("base_unit")
    area = row.optional("area")
    areaCode = row.optional("area_code")
    origin = row.text("origin")
    rule = row.text("rule")
    confidence = row.real("confidence") ?? 0
    tableCaption = row.optional("table_caption")
    rowPath = row.optional("row_path")
    columnPath = row.optional("column_path")
  }
}
