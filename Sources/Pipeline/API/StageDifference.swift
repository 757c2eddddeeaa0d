/// What changed in a stage's output for one document between two runs.
package struct StageDifference: Sendable, Encodable {
  /// The output as one run left it.
  package struct Side: Sendable, Encodable {
    /// The run in which the output became what it is.
    package var run: Explanation.RunPlace
    /// Why the stage ran then; `nil` where the result was known.
    package var reason: Reason?
    package var outputs: [Explanation.Part]

    package init(run: Explanation.RunPlace, reason: Reason?, outputs: [Explanation.Part]) {
      self.run = run
      self.reason = reason
      self.outputs = outputs
    }
  }

  package struct Hunk: Sendable, Equatable, Encodable {
    /// Of its first line, from 1.
    package var oldLine: Int
    package var newLine: Int
    package var lines: [LineDifference.Line]

    package init(oldLine: Int, newLine: Int, lines: [LineDifference.Line]) {
      self.oldLine = oldLine
      self.newLine = newLine
      self.lines = lines
    }
  }

  package struct FieldChange: Sendable, Equatable, Encodable {
    package var field: String
    package var old: String?
    package var new: String?

    package init(_ field: String, old: String?, new: String?) {
      self.field = field
      self.old = old
      self.new = new
    }
  }

  package struct ObservationChange: Sendable, Encodable {
    package var old: TextReader.Reading
    package var new: TextReader.Reading
    package var fields: [FieldChange]

    package init(old: TextReader.Reading, new: TextReader.Reading, fields: [FieldChange]) {
      self.old = old
      self.new = new
      self.fields = fields
    }
  }

  package struct Observations: Sendable, Encodable {
    package var added: [TextReader.Reading] = []
    package var removed: [TextReader.Reading] = []
    package var changed: [ObservationChange] = []
    /// How many are as they were.
    package var same = 0

    package init() {}
  }

  package struct FindingChanges: Sendable, Encodable {
    package var added: [ShownFinding] = []
    package var removed: [ShownFinding] = []
    package var same = 0

    package init() {}
  }

  package var uri: String
  package var stage: StageName
  /// `nil` where the history has one version only.
  package var old: Side?
  package var new: Side
  package var isSame = false
  /// Of clean and normalize: changed lines with those around them.
  package var hunks: [Hunk]?
  /// Of extract: what is said of the document as a whole.
  package var facts: [FieldChange]?
  package var observations: Observations?
  /// Of validate.
  package var findings: FindingChanges?
  /// The runs that changed the output, newest first, as far back as they are kept.
  package var versions: [Explanation.RunPlace]
  package var isHistoryWhole: Bool

  package init(
    uri: String,
    stage: StageName,
    old: Side?,
    new: Side,
    versions: [Explanation.RunPlace],
    isHistoryWhole: Bool
  ) {
    self.uri = uri
    self.stage = stage
    self.old = old
    self.new = new
    self.versions = versions
    self.isHistoryWhole = isHistoryWhole
  }
}

/// A finding with the observation that it is about.
package struct ShownFinding: Sendable, Equatable, Encodable {
  package var rule: String
  package var severity: String
  package var message: String
  /// The observation's id in the warehouse.
  package var observation: String?
  /// Of a region's finding: the document that it concerns most.
  package var document: String?

  package init(rule: String, severity: String, message: String, observation: String?, document: String?) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.observation = observation
    self.document = document
  }
}
