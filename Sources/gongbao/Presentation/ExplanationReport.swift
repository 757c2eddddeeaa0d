import Pipeline

/// What `gongbao explain` shows: how the document stands, then what became of it stage by stage, then its history.
struct ExplanationReport {
  private static let attemptsShown = 10
  private static let label = 11

  let explanation: Explanation
  /// With every parameter and lexicon file, and whole digests.
  var isFull = false

  func write(to output: Terminal) {
    output.writeLine(output.style.bold(explanation.uri.printable))
    for (label, text) in standing { write(label, text, to: output, style: Style.faint) }
    for stage in explanation.stages { write(stage, to: output) }
    if let checks = explanation.regionChecks { write(checks, to: output) }
    output.writeLine()
    output.write(history)
    if let remark = historyRemark { output.writeLine(output.style.faint(remark)) }
  }

  // MARK: How it stands

  private var standing: [(String, String)] {
    var lines: [(String, String)] = []
    if let state = explanation.state {
      let reason = explanation.reason.map { ": \($0.printable)" } ?? ""
      lines.append(("state", Wording.state(state) + reason))
    } else {
      let run = explanation.deletedIn.map { " in run \(Wording.run($0))" } ?? ""
      lines.append(("state", "deleted\(run): no source lists it any more"))
    }
    if let source = explanation.source { lines.append(("source", source.printable)) }
    if let file = explanation.file {
      let size = explanation.bytes.map { Figures.bytes($0) + ", " } ?? ""
      lines.append(("file", size + Wording.of(file)))
    }
    if let content = explanation.content { lines.append(("sha-256", digest(content))) }
    if let warehouse = explanation.warehouse {
      lines.append(("warehouse", Wording.of(warehouse, isDeleted: explanation.state == nil)))
    }
    if let run = explanation.lastRun { lines.append(("last run", "\(Wording.run(run)) was the last to deal with it")) }
    return lines
  }

  // MARK: Stages

  private func write(_ stage: Explanation.Stage, to output: Terminal) {
    output.writeLine()
    let lines = Wording.of(stage)
    write(stage.stage.rawValue, lines.first ?? "", to: output, style: Style.bold, text: Self.style(stage))
    for line in lines.dropFirst() { write("", line, to: output) }
    if let failure = stage.failure, stage.lastOutcome != .notReached {
      write("", failure.printable, to: output, text: Style.bad)
    }
    writeParts(stage, to: output)
    if let version = stage.version { write(version, to: output) }
  }

  private func write(_ checks: Explanation.RegionChecks, to output: Terminal) {
    output.writeLine()
    let pending = checks.isPending ? "; a document changed since, the next run checks it again" : ""
    let documents = Figures.count(checks.documents, "document")
    write(
      StageName.regions.rawValue,
      "\(checks.region.printable), \(documents)\(pending)",
      to: output,
      style: Style.bold
    )
    for line in Wording.of(checks.stage) { write("", line, to: output) }
    writeParts(checks.stage, to: output)
    if let version = checks.stage.version { write(version, to: output) }
  }

  private func writeParts(_ stage: Explanation.Stage, to output: Terminal) {
    for (verb, parts) in [("reads", stage.inputs), ("makes", stage.outputs)] where !parts.isEmpty {
      let texts = parts.map { part in
        "\(part.name) \(digest(part.digest))" + (part.before.map { " (was \(digest($0)))" } ?? "")
      }
      write("", "\(verb) \(texts.joined(separator: ", "))", to: output, text: Style.faint)
    }
  }

  private func write(_ version: Explanation.Version, to output: Terminal) {
    let since = version.since.map { " since run \($0)" } ?? ""
    let before = version.codeBefore.map { " (was \(digest($0)))" } ?? ""
    write("", "code \(digest(version.code))\(before)\(since)", to: output, text: Style.faint)
    for (name, settings) in [("parameter", version.parameters), ("lexicon", version.lexicon)] {
      for setting in settings where isFull || setting.hasChanged {
        write(
          "",
          "\(name) \(Wording.of(setting, digest: name == "lexicon" ? digest : { $0 }))",
          to: output,
          text: Style.faint
        )
      }
    }
    if !version.isPresent {
      write(
        "",
        "The program or pipeline.json changed since: the next run does it again.",
        to: output,
        text: Style.warning
      )
    }
  }

  private func write(
    _ label: String,
    _ text: String,
    to output: Terminal,
    style: (Style) -> (String) -> String = { _ in { $0 } },
    text textStyle: (Style) -> (String) -> String = { _ in { $0 } }
  ) {
    let paragraph = Paragraph(label: label, indent: Self.label, text: text)
    let lines = paragraph.lines(width: output.width, styled: textStyle(output.style), label: style(output.style))
    for line in lines { output.writeLine(line) }
  }

  private static func style(_ stage: Explanation.Stage) -> (Style) -> (String) -> String {
    switch stage.lastOutcome {
    case .ran: Style.good
    case .failed: Style.bad
    case .notReached: Style.warning
    case .reused, .cutOff, nil: { _ in { $0 } }
    }
  }

  private func digest(_ text: String) -> String { isFull ? text : Figures.digest(text) }

  // MARK: History

  private var history: Table {
    var table = Table([
      Table.Column("run", .right), Table.Column("at"), Table.Column("document"), Table.Column("state"),
      Table.Column("stages that ran", isFlexible: true),
    ])
    for attempt in isFull ? explanation.history : Array(explanation.history.prefix(Self.attemptsShown)) {
      let ran = attempt.ran.map(\.rawValue).joined(separator: " ")
      table.add([
        String(attempt.run.run), attempt.run.started.map(Figures.time) ?? "", attempt.change.rawValue,
        attempt.state.map(Wording.state) ?? "", ran.isEmpty ? "none" : ran,
      ])
    }
    return table
  }

  private var historyRemark: String? {
    let hidden = isFull ? 0 : explanation.history.count - Self.attemptsShown
    if hidden > 0 { return "and \(Figures.count(hidden, "earlier run")) (--full shows all)" }
    return explanation.isHistoryWhole ? nil : "Earlier runs are not kept."
  }
}
