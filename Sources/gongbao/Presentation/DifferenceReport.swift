import Pipeline

/// What `gongbao diff` shows.
struct DifferenceReport {
  private static let label = 5

  let difference: StageDifference

  func write(to output: Terminal) {
    output.writeLine(output.style.bold("\(difference.uri.printable): \(difference.stage.rawValue)"))
    if let old = difference.old { write("old", old, to: output) }
    write("new", difference.new, to: output)
    output.writeLine()
    guard difference.old != nil else {
      output.writeLine(
        "There is one version only: nothing to compare it with."
          + (difference.isHistoryWhole ? "" : " Earlier ones are not kept.")
      )
      return
    }
    if difference.isSame {
      output.writeLine("The same in both runs.")
    } else if difference.stage == .fetch {
      output.writeLine("Other bytes. Of files only digests are kept; --stage clean compares what they say.")
    } else {
      writeBody(to: output)
    }
    output.writeLine()
    output.writeLine(output.style.faint(kept))
  }

  private func write(_ label: String, _ side: StageDifference.Side, to output: Terminal) {
    let outputs = side.outputs.map { "\($0.name) \(Figures.digest($0.digest))" }.joined(separator: ", ")
    let why = side.reason.map { "; \(Wording.of($0))" } ?? ""
    let text = "run \(Wording.run(side.run)): \(outputs)\(why)"
    let paragraph = Paragraph(label: label, indent: Self.label, text: text)
    for line in paragraph.lines(width: output.width, styled: output.style.faint) { output.writeLine(line) }
  }

  private var kept: String {
    let runs = difference.versions.map { String($0.run) }
    let names = runs.count > 12 ? runs.prefix(12).joined(separator: ", ") + ", …" : runs.joined(separator: ", ")
    return "Versions are kept of run \(names)." + (difference.isHistoryWhole ? "" : " Earlier ones are not kept.")
  }

  private func writeBody(to output: Terminal) {
    if let hunks = difference.hunks { HunkReport(hunks: hunks).write(to: output) }
    for change in difference.facts ?? [] {
      let text = Wording.change(change)
      let paragraph = Paragraph(label: "~", indent: 2, text: text)
      for line in paragraph.lines(width: output.width, label: output.style.warning) { output.writeLine(line) }
    }
    if let observations = difference.observations {
      ObservationChangeReport(observations: observations).write(to: output)
    }
    if let findings = difference.findings { write(findings, to: output) }
  }

  private func write(_ findings: StageDifference.FindingChanges, to output: Terminal) {
    for (mark, list, style) in [
      ("-", findings.removed, Style.bad), ("+", findings.added, Style.good),
    ] {
      for finding in list {
        let text = "\(finding.severity) \(finding.rule): \(finding.message.printable)"
        let paragraph = Paragraph(label: mark, indent: 2, text: text)
        for line in paragraph.lines(
          width: output.width,
          styled: style(output.style),
          label: style(output.style)
        ) {
          output.writeLine(line)
        }
      }
    }
    output.writeLine()
    output.writeLine(
      "\(Figures.count(findings.added.count)) added, \(Figures.count(findings.removed.count)) removed, "
        + "\(Figures.count(findings.same)) as before."
    )
  }
}
