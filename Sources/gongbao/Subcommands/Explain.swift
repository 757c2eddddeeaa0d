import ArgumentParser
import Pipeline

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell of one document when and why each stage ran, or did not.",
    discussion: """
        gongbao explain panjin_2024
        gongbao explain reports/panjin_2024.html --json
      """
  )

  @Argument(help: ArgumentHelp("The document's URI, or a part that no other has.", valueName: "doc"))
  var document: String

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Print JSON, with whole digests.")
  var json = false

  func run() async throws {
    try await reporting {
      let explanation = try pipeline.pipeline().explain(document)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(explanation))
      } else {
        ExplanationReport(explanation: explanation).write(to: .output)
      }
    }
  }
}
