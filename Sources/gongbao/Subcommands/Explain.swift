import ArgumentParser
import Pipeline

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell of one document when and why each stage ran, or did not.",
    discussion: """
      For every stage: the run it last ran in and why, or why it did not run; what \
      it read and made, before and now, and the version of its code; what the \
      warehouse has of the document, and the runs that dealt with it. Documents \
      that were deleted are found as well.

        gongbao explain panjin_2024
        gongbao explain panjin_2024 --full
        gongbao explain reports/panjin_2024.html --json
      """
  )

  @Argument(help: ArgumentHelp("The document's URI, or a part that no other has.", valueName: "doc"))
  var document: String

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Show whole digests, every parameter and lexicon file, the whole history.")
  var full = false

  @Flag(help: "Print JSON, with everything that --full shows.")
  var json = false

  func run() async throws {
    try await reporting {
      let explanation = try pipeline.pipeline().explain(document)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(explanation))
      } else {
        ExplanationReport(explanation: explanation, isFull: full).write(to: .output)
      }
    }
  }
}
