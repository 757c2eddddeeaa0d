import ArgumentParser
import Pipeline

struct Runs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the latest runs, newest first.",
    discussion: """
      When each began, how long it took, how many documents it dealt with, and how it \
      ended; below it why it ended early, and which stages were others than in the run \
      before. gongbao diff shows what a run changed of a document.

        gongbao runs
        gongbao runs --limit 100 --json
      """
  )

  @OptionGroup var pipeline: PipelineOptions

  @Option(help: ArgumentHelp("How many at most.", valueName: "n"))
  var limit = 20

  @Flag(help: "Print JSON, with the stages of each run.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() async throws {
    try await reporting {
      let runs = try pipeline.pipeline().runs(limit: limit)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(runs))
      } else if runs.isEmpty {
        Terminal.output.writeLine("No run yet. Start one with gongbao run.")
      } else {
        let output = Terminal.output
        for line in Self.lines(of: runs, width: output.width, style: output.style) { output.writeLine(line) }
      }
    }
  }

  static func lines(of runs: [RunRecord], width: Int?, style: Style) -> [String] {
    var table = Table([
      Table.Column("run", .right), Table.Column("started"), Table.Column("took", .right),
      Table.Column("documents", .right), Table.Column("changes", isFlexible: true), Table.Column("failed", .right),
      Table.Column("end"),
    ])
    for run in runs {
      // A run that did not come to its end left no counts.
      let isKnown = run.outcome == .finished || run.outcome == .stopped
      table.add([
        String(run.run), String(Figures.time(run.started).prefix(16)), isKnown ? Figures.duration(run.seconds) : "",
        isKnown ? Figures.count(run.documents) : "", Wording.changes(run), isKnown ? Figures.count(run.failed) : "",
        Wording.of(run.outcome),
      ])
    }
    let rows = table.lines(width: width, style: style)
    var lines = [rows.first ?? ""]
    for (run, row) in zip(runs, rows.dropFirst()) {
      lines.append(row)
      for remark in Wording.remarks(run) {
        lines += Paragraph(label: "", indent: 5, text: remark).lines(width: width, styled: style.faint)
      }
    }
    return lines
  }
}
