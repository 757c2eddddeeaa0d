import Pipeline

/// What `gongbao gc` shows.
struct CollectedReport {
  let collected: Collected

  func write(to output: Terminal) {
    output.writeLine("Store: \(Places.short(collected.storePath))")
    output.writeLine()
    output.write(table)
    output.writeLine()
    for line in lines { output.writeLine(line) }
  }

  private var table: Table {
    var table = Table([
      Table.Column("artifacts of"), Table.Column(collected.isDryRun ? "to free" : "freed", .right),
      Table.Column("size", .right), Table.Column("kept", .right), Table.Column("size", .right),
    ])
    for share in collected.artifacts {
      table.add([
        Wording.use(share.use), Figures.count(share.freed), Figures.bytes(Int(share.freedBytes)),
        Figures.count(share.kept), Figures.bytes(Int(share.keptBytes)),
      ])
    }
    return table
  }

  private var lines: [String] {
    var lines: [String] = []
    let counts = [
      (collected.versions, "version", " of documents"), (collected.runs, "run", ""),
      (collected.traces, "record", " of stages"), (collected.orphans, "orphan row", ""),
    ]
    let history = counts.filter { $0.0 > 0 }.map { Figures.count($0.0, $0.1) + $0.2 }
    let verb = collected.isDryRun ? "to drop" : "dropped"
    if !history.isEmpty { lines.append("Also \(verb): \(history.joined(separator: ", ")).") }
    if collected.isNothing {
      lines.append("Nothing to free: \(Figures.bytes(Int(collected.bytesAfter))).")
    } else {
      let after = Figures.bytes(Int(collected.bytesAfter))
      let time = collected.isDryRun ? "" : " Took \(Figures.duration(collected.seconds))."
      lines.append(
        "The store \(collected.isDryRun ? "would shrink" : "shrank") from "
          + "\(Figures.bytes(Int(collected.bytesBefore))) to \(collected.isDryRun ? "about " : "")\(after).\(time)"
      )
    }
    if let limit = collected.maximumBytes, collected.bytesAfter > limit {
      lines.append(Wording.aboveLimit(collected, limit))
    }
    if let wanted = collected.bytesWanted { lines.append(Wording.noRoom(collected, wanted)) }
    return lines
  }
}
