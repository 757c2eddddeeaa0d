import ArgumentParser
import Pipeline

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how things stand: documents by state, what fails and why, the last run.",
    discussion: """
      Reads what the last run left; the documents themselves are not looked at \
      (gongbao plan does that).

        current        its rows are those of its present bytes
        stale          it fails now; the rows of its last good run stay
        quarantined    it fails and never was good; it has no rows
        not a report   another kind of page; it has no observations

        gongbao status                  in short, the first ten of each
        gongbao status --quarantined    all of them, with why and since when
      """
  )

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "List all documents that are quarantined.")
  var quarantined = false

  @Flag(help: "List all that are stale.")
  var stale = false

  @Flag(help: "List all that are no reports.")
  var notReports = false

  @Flag(help: "Print JSON: all of it.")
  var json = false

  func run() async throws {
    try await reporting {
      let status = try pipeline.pipeline().status()
      if json {
        Terminal.output.writeLine(try JSONText.pretty(status))
      } else {
        var report = StatusReport(status: status)
        let asked: [(DocumentState, Bool)] = [(.quarantined, quarantined), (.stale, stale), (.notAReport, notReports)]
        report.listed = Set(asked.filter(\.1).map(\.0))
        report.write(to: .output)
      }
    }
  }
}
