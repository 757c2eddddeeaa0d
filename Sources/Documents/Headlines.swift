/// The little of a report that its region's checks read: artifact `headlines`. A change elsewhere in the report leaves
/// it equal, and the group is not checked again.
package struct Headlines: Equatable, ArtifactCodable, Encodable {
  package var facts: DocumentFacts
  /// Observations with a headline code, of the document's own area, in document order.
  package var observations: [Headline]

  package init(facts: DocumentFacts, observations: [Headline]) {
    self.facts = facts
    self.observations = observations
  }

  package struct Headline: Equatable, ArtifactCodable, Encodable {
    package var observation: Observation
    /// The sentence as printed, so that a finding can quote it.
    package var sentence: String
    /// Code points from the sentence's start.
    package var quoteStart: Int
    package var quote: String

    package init(observation: Observation, sentence: String, quoteStart: Int, quote: String) {
      self.observation = observation
      self.sentence = sentence
      self.quoteStart = quoteStart
      self.quote = quote
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(observation)
      writer.write(sentence)
      writer.write(count: quoteStart)
      writer.write(quote)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      observation = try reader.read()
      sentence = try reader.readString()
      quoteStart = try reader.readCount()
      quote = try reader.readString()
    }
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(facts)
    writer.write(observations)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    facts = try reader.read()
    observations = try reader.readArray()
  }
}
