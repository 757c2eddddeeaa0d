import Pipeline

/// What `gongbao status` shows.
struct StatusReport {
  private static let shown = 10

  let status: PipelineStatus
  /// States whose documents alone are listed, and all of them; nothing for how things stand, with the first of each.
  var listed: Set<DocumentState> = []

  func write(to output: Terminal) {
    for line in lines(width: output.width, style: output.style) { output.writeLine(line) }
  }

  func lines(width: Int?, style: Style) -> [String] {
    var lines = listed.isEmpty ? standing : []
    for state in [DocumentState.stale, .quarantined] where listed.isEmpty || listed.contains(state) {
      let problems = status.problems.filter { $0.state == state }
      lines += list(problems, state, style) { problem in
        [problem.uri.printable]
          + [Wording.failing(problem), Wording.retry(problem)].flatMap {
            Paragraph(label: "", indent: 4, text: $0).lines(width: width)
          }
      }
    }
    if listed.isEmpty {
      lines += notReports(width, style)
    } else if listed.contains(.notAReport) {
      lines += list(status.notReports, .notAReport, style) { page in
        [page.uri.printable] + Paragraph(label: "", indent: 4, text: page.reason.printable).lines(width: width)
      }
    }
    return lines
  }

  /// By reason: there are many, and most are as they should be.
  private func notReports(_ width: Int?, _ style: Style) -> [String] {
    guard !status.notReports.isEmpty else { return [] }
    var table = Table([
      Table.Column("documents", .right), Table.Column("why", isFlexible: true),
      Table.Column("for example", isFlexible: true),
    ])
    let groups = Dictionary(grouping: status.notReports, by: \.reason)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (reason, pages) in groups { table.add([Figures.count(pages.count), reason, pages[0].uri]) }
    let title = "Not a report (\(Figures.count(status.notReports.count)))"
    return ["", style.bold(title)] + table.lines(width: width, style: style, indent: "  ")
      + ["  gongbao status --not-reports lists all"]
  }

  private func list<Entry>(
    _ all: [Entry],
    _ state: DocumentState,
    _ style: Style,
    _ entry: (Entry) -> [String]
  ) -> [String] {
    guard !all.isEmpty else {
      return listed.contains(state) ? ["No document is \(Wording.state(state))."] : []
    }
    let isWhole = !listed.isEmpty
    let name = Wording.state(state)
    let title = name.prefix(1).uppercased() + name.dropFirst() + " (\(Figures.count(all.count)))"
    var lines = (listed.isEmpty ? [""] : []) + [style.bold(title)]
    for one in isWhole ? all[...] : all.prefix(Self.shown) {
      for (index, line) in entry(one).enumerated() { lines.append(index == 0 ? "  " + line : line) }
    }
    if !isWhole, all.count > Self.shown {
      lines.append("  and \(Figures.count(all.count - Self.shown)) more: gongbao status --\(state.rawValue) lists all")
    }
    return lines
  }

  private var standing: [String] {
    var lines: [String] = []
    let states = Wording.states(status.states)
    lines.append("Documents: \(Figures.count(status.documents)) (\(states))")
    lines.append("Store:     \(place(status.storePath, status.storeBytes))")
    lines.append("Warehouse: \(place(status.warehousePath, status.warehouseBytes))")
    if let run = status.lastRun {
      let isKnown = run.outcome == .finished || run.outcome == .stopped
      let took = isKnown ? ", took \(Figures.duration(run.seconds))" : ""
      let outcome = run.outcome == .finished ? "" : ", \(Wording.of(run.outcome))"
      lines.append("Last run:  \(run.run), \(Figures.time(run.started))\(took)\(outcome)")
    } else {
      lines.append("Last run:  none")
    }
    if let holder = status.holder { lines.append("Now:       a run is going on: \(Wording.describe(holder))") }
    return lines
  }

  private func place(_ path: String, _ bytes: Int) -> String {
    bytes == 0 ? "\(Places.short(path)), not there yet" : "\(Places.short(path)), \(Figures.bytes(bytes))"
  }
}
