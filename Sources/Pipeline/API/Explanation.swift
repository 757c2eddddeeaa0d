/// What happened to one document, stage by stage.
package struct Explanation: Sendable, Encodable {
  package var uri: String
  package var state: DocumentState?
  package var reason: String?
  /// Hexadecimal digest of the bytes that were read last.
  package var content: String?
  /// The documents' region, where it has one.
  package var region: String?
  package var stages: [Stage] = []

  package init(uri: String) {
    self.uri = uri
  }

  package struct Stage: Sendable, Encodable {
    package var stage: StageName
    /// The run in which the stage last ran for this document; `nil` where its result was known from another.
    package var ranIn: Int?
    /// Seconds since 1970.
    package var ranAt: Double?
    /// Why it ran then.
    package var why: Reason?
    package var seconds: Double?
    /// What became of it in the latest run that had anything to do with the document.
    package var lastRun: Int?
    package var lastOutcome: StepEvent.Outcome?
    package var lastReason: Reason?
    package var key: String?
    package var inputs: [Part] = []
    package var outputs: [Part] = []
    /// What is wrong, where it failed.
    package var failure: String?

    package init(stage: StageName) {
      self.stage = stage
    }
  }

  /// An input or output by name, with its digest now and, where it changed last, before.
  package struct Part: Sendable, Encodable {
    package var name: String
    package var digest: String
    package var before: String?

    package init(name: String, digest: String, before: String? = nil) {
      self.name = name
      self.digest = digest
      self.before = before
    }
  }
}

/// A stage's output for people and for programs.
package struct ShownArtifact: Sendable {
  package var uri: String
  package var stage: StageName
  /// For reading: what the stage made of the document, as text.
  package var text: String
  /// JSON with sorted keys: an object with a member for each of the stage's outputs.
  package var json: String

  package init(uri: String, stage: StageName, text: String, json: String) {
    self.uri = uri
    self.stage = stage
    self.text = text
    self.json = json
  }
}
