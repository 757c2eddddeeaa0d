import Pipeline

/// Observations that came, went or changed, each under its sentence.
struct ObservationChangeReport {
  let observations: StageDifference.Observations

  func write(to output: Terminal) {
    writeChanged(to: output)
    write("-", observations.removed, Style.bad, to: output)
    write("+", observations.added, Style.good, to: output)
    output.writeLine()
    let inChangedSentence = observations.changed.count { $0.fields.allSatisfy { $0.field == "sentence" } }
    let counts = [
      ("added", observations.added.count), ("removed", observations.removed.count),
      ("changed", observations.changed.count - inChangedSentence),
      ("as before in a changed sentence", inChangedSentence), ("as before", observations.same),
    ].filter { $0.1 > 0 || $0.0 != "as before in a changed sentence" }
    output.writeLine(counts.map { "\(Figures.count($0.1)) \($0.0)" }.joined(separator: ", ") + ".")
  }

  private func writeChanged(to output: Terminal) {
    var index = 0
    while index < observations.changed.count {
      let first = observations.changed[index]
      let group = observations.changed[index...].prefix {
        $0.new.sentence == first.new.sentence && $0.old.sentence == first.old.sentence
      }
      let hunk = StageDifference.Hunk(
        oldLine: 0,
        newLine: 0,
        lines: first.old.sentence == first.new.sentence
          ? [.init(.same, first.new.sentence)]
          : [.init(.removed, first.old.sentence), .init(.added, first.new.sentence)]
      )
      HunkReport(hunks: [hunk], hasPlaces: false).write(to: output)
      var others = 0
      for change in group {
        let fields = change.fields.filter { $0.field != "sentence" }
        guard !fields.isEmpty else {
          others += 1
          continue
        }
        line("~", Wording.observation(change.new), Style.warning, indent: 2, to: output)
        for field in fields { line("", Wording.change(field), { _ in { $0 } }, indent: 6, to: output) }
      }
      if others > 0 {
        let what = others == group.count ? "observation in it" : "other observation in it"
        line(
          "",
          "\(Figures.count(others, what, what.replacing("observation", with: "observations"))) as before.",
          Style.faint,
          indent: 2,
          to: output
        )
      }
      index += group.count
    }
  }

  private func write(
    _ mark: String,
    _ list: [TextReader.Reading],
    _ style: (Style) -> (String) -> String,
    to output: Terminal
  ) {
    var sentence: String?
    for observation in list {
      if observation.sentence != sentence { line("", observation.sentence, Style.faint, indent: 2, to: output) }
      sentence = observation.sentence
      line(mark, Wording.observation(observation), style, indent: 2, to: output)
    }
  }

  private func line(
    _ mark: String,
    _ text: String,
    _ style: (Style) -> (String) -> String,
    indent: Int,
    to output: Terminal
  ) {
    let paragraph = Paragraph(label: mark, indent: indent, text: text.printable)
    let lines = paragraph.lines(width: output.width, styled: style(output.style), label: style(output.style))
    for line in lines { output.writeLine(line) }
  }
}
