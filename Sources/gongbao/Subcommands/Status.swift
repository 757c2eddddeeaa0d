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
      """
  )

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    try await reporting {
      let status = try pipeline.pipeline().status()
      if json {
        Terminal.output.writeLine(try JSONText.pretty(status))
      } else {
        StatusReport(status: status).write(to: .output)
      }
    }
  }
}
