/// A table whose rows belong to a document or a group: what the writer by difference needs to know of it.
///
/// Every such table has a surrogate key `id` and an owner column besides the columns named here.
struct TableDefinition: Sendable {
  let name: String
  /// The column that holds the owner's key.
  let owner: String
  let columns: [String]
  /// Indices into ``columns``: rows of one owner with equal values here are the same row, in the order in which they
  /// stand. Their other columns are mended in place.
  let key: [Int]
  /// Whether the full-text index follows the column with the name `text`.
  let isSearched: Bool

  init(_ name: String, owner: String = "document_id", columns: [String], key: [String], isSearched: Bool = false) {
    self.name = name
    self.owner = owner
    self.columns = columns
    self.key = columns.indices.filter { key.contains(columns[$0]) }
    self.isSearched = isSearched
  }
}

extension TableDefinition {
  static let document = TableDefinition(
    "document",
    columns: [
      "uri", "title", "report_type", "report_year", "review_year", "region", "region_code", "region_level", "province",
      "prefecture", "region_is_hint", "meeting", "delivered_on", "published_on", "speaker", "office", "issuing_body",
      "source", "site", "page_title", "page_published_on", "page_source", "page_site", "has_replacements",
      "is_cut_off", "stated_length", "body_confidence", "body",
    ],
    key: ["uri"]
  )

  static let section = TableDefinition(
    "section",
    columns: ["ordinal", "level", "number", "title", "path", "parent_ordinal"],
    key: ["ordinal"]
  )

  static let sentence = TableDefinition(
    "sentence",
    columns: ["ordinal", "section_ordinal", "start", "origin", "mood", "text"],
    key: ["text", "origin"],
    isSearched: true
  )

  static let observation = TableDefinition(
    "observation",
    columns: [
      "observation_id", "ordinal", "sentence_id", "quote_start", "quote", "indicator", "indicator_code", "action",
      "measure", "comparator", "status", "period", "period_start", "period_end", "rank_scope", "rank_of", "value",
      "value_high", "value_text", "unit", "base_value", "base_unit", "area", "area_code", "origin", "rule",
      "confidence", "table_caption", "row_path", "column_path",
    ],
    key: ["observation_id"]
  )

  static let finding = TableDefinition(
    "finding",
    columns: ["ordinal", "rule", "severity", "message", "observation_id", "concerns_uri"],
    key: ["rule", "message"]
  )

  static let groupFinding = TableDefinition(
    "finding",
    owner: "group_key",
    columns: ["ordinal", "rule", "severity", "message", "concerns_uri"],
    key: ["rule", "message"]
  )

  static let termCount = TableDefinition(
    "term_count",
    columns: ["ordinal", "list", "term", "section_ordinal", "mood", "count"],
    key: ["list", "term", "section_ordinal", "mood"]
  )
}
