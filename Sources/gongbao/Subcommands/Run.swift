import ArgumentParser
import Pipeline

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the warehouse up to date with the documents.",
    discussion: """
      Looks at every document that the sources of pipeline.json list, does again \
      what changed since the last run, and writes the difference to the warehouse. \
      A document that fails never stops the others. A run that was interrupted is \
      taken up by the next: Ctrl-C ends it when the documents in work are written.

        gongbao run
        gongbao run --doc panjin_2024 --force-from extract
        gongbao run --until clean --dry-run
        gongbao run --quiet --log nightly.log       for cron
        gongbao run --deadline 05:00                ends by five, the next goes on
      """
  )

  @OptionGroup var pipeline: PipelineOptions
  @OptionGroup var selection: RunSelection

  @Flag(help: "Wait for another run to end instead of stopping (exit code 75).")
  var wait = false

  @Option(
    help: ArgumentHelp(
      "End at this time of day, as 05:00, and leave the rest to the next run (exit code 75).",
      valueName: "time"
    )
  )
  var deadline: TimeOfDay?

  @Flag(help: "Do nothing; show what a run would do. The same as gongbao plan.")
  var dryRun = false

  @Flag(help: "Print JSON: a line for each event, the last one the summary (docs/EVENTS.md).")
  var json = false

  @Flag(name: .shortAndLong, help: "Print nothing when all is well.")
  var quiet = false

  @OptionGroup(title: "Records") var records: RunRecords

  func run() async throws {
    if dryRun {
      try await Plan.show(pipeline, options, json: json)
      return
    }
    try await reporting {
      let events = json ? EventLines() : nil
      do {
        let summary = try await runPipeline(events)
        let exit = summary.exitCode(strict: selection.strict)
        try records.write(summary, exit: exit)
        events?.end(summary, exit: exit)
        if exit != .ok { throw ExitCode(exit.rawValue) }
      } catch let error where !(error is ExitCode) {
        let (message, status) = Failure.describe(error)
        events?.end(error, message: message, exit: status)
        try? records.write(failure: message, exit: status)
        throw error
      }
    }
  }

  private var options: RunOptions {
    var options = selection.options
    options.wait = wait
    options.stop = StopSignals.request
    options.deadline = deadline?.next(after: Clock.now)
    return options
  }

  private func runPipeline(_ lines: EventLines?) async throws -> RunSummary {
    StopSignals.listen()
    let progress = ProgressReporter(isQuiet: quiet || json)
    defer { progress.finish() }
    let summary = try await pipeline.pipeline().run(options) { event in
      if let lines { lines.take(event) } else { progress.take(event) }
    }
    progress.finish()
    if lines == nil {
      let report = RunReport(summary: summary)
      if !quiet { report.write(to: .output) }
      for warning in quiet ? report.problems : report.warnings {
        Terminal.error.writeLine(Terminal.error.style.warning("gongbao: ") + warning)
      }
    }
    return summary
  }
}
