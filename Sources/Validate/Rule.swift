import Documents

/// A rule over a document or over a group.
struct Rule<Input>: Sendable {
  /// As `pipeline.json` and the warehouse spell it.
  let name: String
  /// Unless `pipeline.json` says otherwise.
  let severity: Finding.Severity
  let check: @Sendable (Input) -> [Remark]
}

/// What a rule says, before it has a severity.
struct Remark {
  var message: String
  var observation: Int?
  var document: String?

  init(_ message: String, observation: Int? = nil, document: String? = nil) {
    self.message = message
    self.observation = observation
    self.document = document
  }
}
