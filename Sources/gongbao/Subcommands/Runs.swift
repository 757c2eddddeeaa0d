import ArgumentParser
import Pipeline

struct Runs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the latest runs, newest first.",
    discussion: """
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
        Terminal.output.write(Self.table(of: runs))
      }
    }
  }

  static func table(of runs: [RunRecord]) -> Table {
    var table = Table([
      Table.Column("run", .right), Table.Column("started"), Table.Column("took", .right),
      Table.Column("documents", .right), Table.Column("added", .right), Table.Column("changed", .right),
      Table.Column("deleted", .right), Table.Column("failed", .right), Table.Column("end"),
    ])
    for run in runs {
      let counts = [run.documents, run.added, run.changed, run.deleted, run.failed].map(Figures.count)
      let head = [String(run.run), Figures.time(run.started), Figures.duration(run.seconds)]
      table.add(head + counts + [Wording.of(run.outcome)])
    }
    return table
  }
}
