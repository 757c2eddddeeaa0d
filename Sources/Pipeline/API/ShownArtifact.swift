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
