import Documents

extension ShownText {
  init(_ text: NormalText) {
    var lines: [Line] = []
    var section: Int?
    var paragraph: Int?
    for sentence in text.sentences {
      if sentence.section != section, let index = sentence.section, text.sections.indices.contains(index) {
        for opened in Self.opened(index, behind: section, text.sections) {
          let one = text.sections[opened]
          let title = [one.number, one.title].filter { !$0.isEmpty }.joined(separator: " ")
          lines.append(.section(level: max(1, one.level), title: title))
        }
      } else if let paragraph, paragraph != sentence.paragraph {
        lines.append(.gap)
      }
      (section, paragraph) = (sentence.section, sentence.paragraph)
      // A heading that is a line of its own has been said.
      if text.paragraphs.indices.contains(sentence.paragraph), text.paragraphs[sentence.paragraph].isHeading,
        sentence.section != nil
      {
        continue
      }
      lines.append(.sentence(text.text[sentence.range]))
    }
    self.init(sections: text.sections.count, sentences: text.sentences.count, lines: lines)
  }

  /// The sections that begin between the sentences of two of them: those without a sentence of their own too.
  private static func opened(_ index: Int, behind last: Int?, _ sections: [NormalText.Section]) -> Range<Int> {
    let first = last.map { $0 + 1 } ?? 0
    return first <= index ? first..<(index + 1) : index..<(index + 1)
  }
}
