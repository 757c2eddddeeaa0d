import ArgumentParser
import Pipeline

struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a stage made of a document.",
    discussion: """
        gongbao show DOC --stage clean        the page: title, date, body
        gongbao show DOC --stage normalize    its sections and sentences
        gongbao show DOC --stage extract      its facts and observations
        gongbao show DOC --stage validate     what the checks found
      """
  )

  @Argument(help: ArgumentHelp("The document's URI, or a part that no other has.", valueName: "doc"))
  var document: String

  @Option(help: ArgumentHelp("Which stage's output.", valueName: "stage"))
  var stage: StageName

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Print JSON: an object with a member for each output of the stage.")
  var json = false

  func run() async throws {
    try await reporting {
      let artifact = try pipeline.pipeline().show(document, stage: stage)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(artifact.json))
      } else {
        ShowReport(shown: artifact).write(to: .output)
      }
    }
  }
}
