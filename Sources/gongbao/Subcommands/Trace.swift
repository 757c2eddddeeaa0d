import ArgumentParser
import Pipeline

struct Trace: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lead a figure back to its sentence and to the bytes it came from.",
    discussion: """
        gongbao trace zs7u2wafcxayuninkgr2v7m35j
        gongbao trace zs7u2wafc           the beginning is enough
        gongbao trace zs7u2wafc --json

      Goes from the warehouse to the sentence, to the text that it was read in, and to \
      the file: the bytes of the figure, and the command that prints them. Where the file \
      has changed since, it says so. Ids stand in the column observation_id, and in \
      gongbao show DOC --stage extract.
      """
  )

  @Argument(help: ArgumentHelp("The observation's id, or its beginning.", valueName: "id"))
  var observation: String

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    try await reporting {
      let trace = try pipeline.pipeline().trace(observation)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(trace))
      } else {
        TraceReport(trace: trace).write(to: .output)
      }
    }
  }
}
