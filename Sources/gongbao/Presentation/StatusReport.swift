import Pipeline

/// What `gongbao status` shows.
struct StatusReport {
  private static let rowsShown = 50

  let status: PipelineStatus

  func write(to output: Terminal) {
    let states = Wording.states(status.states)
    output.writeLine("Documents: \(Figures.count(status.documents)) (\(states))")
    output.writeLine("Store:     \(place(status.storePath, status.storeBytes))")
    output.writeLine("Warehouse: \(place(status.warehousePath, status.warehouseBytes))")
    if let run = status.lastRun {
      let outcome = run.outcome == .finished ? "" : ", \(Wording.of(run.outcome))"
      output.writeLine(
        "Last run:  \(run.run), \(Figures.time(run.started)), took \(Figures.duration(run.seconds))\(outcome)"
      )
    } else {
      output.writeLine("Last run:  none")
    }
    if let holder = status.holder { output.writeLine("Now:       a run is going on: \(Wording.describe(holder))") }
    write(problems, of: status.problems.count, "Fails:", to: output)
    write(others, of: status.notReports.count, "Not a report:", to: output)
  }

  private func place(_ path: String, _ bytes: Int) -> String {
    bytes == 0 ? "\(Places.short(path)), not there yet" : "\(Places.short(path)), \(Figures.bytes(bytes))"
  }

  private func write(_ table: Table, of count: Int, _ title: String, to output: Terminal) {
    guard count > 0 else { return }
    output.writeLine()
    output.writeLine(output.style.bold(title))
    output.write(table, indent: "  ")
    if count > Self.rowsShown {
      output.writeLine("  and \(Figures.count(count - Self.rowsShown)) more (--json has all)")
    }
  }

  private var problems: Table {
    var table = Table([
      Table.Column("document", isFlexible: true), Table.Column("stage"), Table.Column("state"),
      Table.Column("why", isFlexible: true),
    ])
    for problem in status.problems.prefix(Self.rowsShown) {
      let again = problem.isTransient ? " (the next run tries again)" : ""
      table.add([problem.uri, problem.stage.rawValue, problem.state.rawValue, problem.reason + again])
    }
    return table
  }

  private var others: Table {
    var table = Table([Table.Column("document", isFlexible: true), Table.Column("why", isFlexible: true)])
    for page in status.notReports.prefix(Self.rowsShown) { table.add([page.uri, page.reason]) }
    return table
  }
}
