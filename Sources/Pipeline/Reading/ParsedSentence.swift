/// A sentence, or a table's row, with the figures that are read out of it.
package struct ParsedSentence: Sendable, Encodable {
  /// Heading texts from the top, joined by " / "; `nil` outside a pipeline and before the first heading.
  package var section: String?
  package var sentence: String
  /// Of prose each with its parse.
  package var figures: [TextReader.Reading]

  package init(section: String? = nil, sentence: String, figures: [TextReader.Reading]) {
    self.section = section
    self.sentence = sentence
    self.figures = figures
  }

  /// Figures that stand in the order of the text, dealt to their sentences.
  package static func sentences(of figures: [TextReader.Reading]) -> [ParsedSentence] {
    var sentences: [ParsedSentence] = []
    var last: TextReader.Reading?
    for figure in figures {
      if let before = last, before.sentence == figure.sentence, before.sentenceStart == figure.sentenceStart {
        sentences[sentences.count - 1].figures.append(figure)
      } else {
        sentences.append(ParsedSentence(section: figure.section, sentence: figure.sentence, figures: [figure]))
      }
      last = figure
    }
    return sentences
  }
}

/// How the sentences of a document that hold certain words are read.
package struct ParsedSentences: Sendable, Encodable {
  package var uri: String
  /// Whether the store has the document's figures as they are read here: if not, the program, its parameters or its
  /// lexicon changed since, and the next run reads them so.
  package var isAsStored: Bool
  package var sentences: [ParsedSentence]
}
