import ArgumentParser
import Pipeline

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what changed in a stage's output for a document.",
    discussion: """
      Between the two latest versions of the output, or between what two runs left: \
      of clean and normalize the lines, of extract the observations and the facts \
      of the document field by field, of validate the findings. The history keeps \
      the last versions of each document; of fetch it keeps digests alone.

        gongbao diff panjin_2024 --stage extract
        gongbao diff panjin_2024 --stage clean --from 12 --to 15
      """
  )

  @Argument(help: ArgumentHelp("The document's URI, or a part that no other has.", valueName: "doc"))
  var document: String

  @Option(
    help: ArgumentHelp("fetch, clean, normalize, extract or validate.", valueName: "stage")
  )
  var stage: StageName

  @Option(
    help: ArgumentHelp(
      "The output as this run left it; the version before the newer one when left out.",
      valueName: "run"
    )
  )
  var from: Int?

  @Option(help: ArgumentHelp("The same for the newer side; the latest when left out.", valueName: "run"))
  var to: Int?

  @Option(help: ArgumentHelp("So many unchanged lines around changed ones.", valueName: "n"))
  var context = 3

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if stage == .load || stage == .regions {
      throw ValidationError("--stage: what \(stage.rawValue) made before is not kept; compare extract and validate.")
    }
    if let from, let to, from > to { throw ValidationError("--from must not be later than --to.") }
    if context < 0 || context > 10_000 { throw ValidationError("--context must lie between 0 and 10000.") }
  }

  func run() async throws {
    try await reporting {
      let difference = try pipeline.pipeline().diff(document, stage: stage, from: from, to: to, context: context)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(difference))
      } else {
        DifferenceReport(difference: difference).write(to: .output)
      }
    }
  }
}
