import ArgumentParser
import Pipeline

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for what could be wrong with store, warehouse, disk and pipeline.json.",
    discussion: """
      Both databases are checked page by page, their rows against each other, the disk for \
      room and rights, pipeline.json for globs and hints that match nothing. Under each \
      trouble stands what to do. Nothing is written.

        gongbao doctor
        gongbao doctor --deep     also holds every row of the warehouse against what
                                  was loaded: finds a figure that somebody changed

      gongbao verify looks into the store's artifacts.

      Exit codes: 0 all is well, 78 the trouble is in pipeline.json, 74 it is elsewhere.
      """
  )

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Compute the digest of every document's rows.")
  var deep = false

  @Flag(help: "Print only what is wrong.")
  var quiet = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    try await reporting {
      let progress = CountProgress(isQuiet: json || quiet)
      defer { progress.finish() }
      let checkup = try pipeline.pipeline().examine(isDeep: deep) { progress.take($0) }
      progress.finish()
      if json {
        Terminal.output.writeLine(try JSONText.pretty(checkup))
      } else {
        CheckupReport(checkup: checkup, isQuiet: quiet).write(to: .output)
      }
      if checkup.exitStatus != .ok { throw ExitCode(checkup.exitStatus.rawValue) }
    }
  }
}
