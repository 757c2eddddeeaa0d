/// Which columns are compared, under the names by which people ask for them.
enum ComparedFields {
  struct Field {
    var name: String
    /// The first one is shown.
    var columns: [String]
    /// Whether it says something of the figure, or of what the document is; not how that was found.
    var isStatement = true
    /// Fields that change it along with themselves.
    var follows: [String] = []
    var isShown = true
  }

  static let observation: [Field] = [
    Field(name: "value", columns: ["value_text", "value"]),
    Field(name: "value_high", columns: ["value_high"]),
    Field(name: "unit", columns: ["unit"]),
    Field(name: "base_value", columns: ["base_value", "base_unit"], follows: ["value", "unit"]),
    Field(name: "indicator", columns: ["indicator"]),
    Field(name: "indicator_code", columns: ["indicator_code"]),
    Field(name: "action", columns: ["action"]),
    Field(name: "measure", columns: ["measure"]),
    Field(name: "comparator", columns: ["comparator"]),
    Field(name: "status", columns: ["status"]),
    Field(name: "period", columns: ["period", "period_start", "period_end"]),
    Field(name: "rank_scope", columns: ["rank_scope"]),
    Field(name: "rank_of", columns: ["rank_of"]),
    Field(name: "area", columns: ["area"]),
    Field(name: "area_code", columns: ["area_code"]),
    Field(name: "quote", columns: ["quote"]),
    Field(name: "quote_start", columns: ["quote_start"], isStatement: false),
    Field(name: "rule", columns: ["rule"], isStatement: false),
    Field(name: "confidence", columns: ["confidence"], isStatement: false),
  ]

  static let document: [Field] = [
    Field(name: "title", columns: ["title"]),
    Field(name: "report_type", columns: ["report_type"]),
    Field(name: "report_year", columns: ["report_year"]),
    Field(name: "review_year", columns: ["review_year"]),
    Field(name: "region", columns: ["region", "province", "prefecture", "region_level"]),
    Field(name: "region_code", columns: ["region_code"]),
    Field(name: "meeting", columns: ["meeting"], isStatement: false),
    Field(name: "delivered_on", columns: ["delivered_on"], isStatement: false),
    Field(name: "published_on", columns: ["published_on"], isStatement: false),
    Field(name: "speaker", columns: ["speaker"], isStatement: false),
    Field(name: "office", columns: ["office"], isStatement: false),
    Field(name: "issuing_body", columns: ["issuing_body"], isStatement: false),
    Field(name: "source", columns: ["source"], isStatement: false),
    Field(name: "site", columns: ["site"], isStatement: false),
    Field(name: "body", columns: ["body"], isStatement: false, isShown: false),
  ]
}
