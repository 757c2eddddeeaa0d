import ArgumentParser
import Pipeline

struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a run would do, and why; nothing is written.",
    discussion: """
      A row a stage: for how many documents it will run, for how many it may run \
      (unless the stage before it makes what it had made before), and for how many \
      it is up to date. Times come from what earlier runs took.

        gongbao plan
        gongbao plan --doc panjin_2024
        gongbao plan --force-from extract

      After an upgrade of the program, or a change of pipeline.json, --sample takes \
      some of the documents that will be done again through the stages, writes \
      nothing, and shows which observations would come, go and change, with examples.

        gongbao plan --sample 200
        gongbao plan --sample 200 --seed 2          other documents

      The exit code is that of the run, as far as it can be told beforehand.
      """
  )

  @OptionGroup var pipeline: PipelineOptions
  @OptionGroup var selection: RunSelection

  @Option(help: ArgumentHelp("Try changed stages on so many documents, without writing.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("Draws the sample: equal seeds draw equal documents.", valueName: "n"))
  var seed: UInt64 = 1

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let sample, sample < 1 { throw ValidationError("--sample must be at least 1.") }
  }

  func run() async throws {
    let draw = sample.map { UpgradeSample.Draw(size: $0, seed: seed) }
    try await Self.show(pipeline, selection.options, sample: draw, json: json)
  }

  static func show(
    _ pipeline: PipelineOptions,
    _ options: RunOptions,
    sample: UpgradeSample.Draw? = nil,
    json: Bool
  ) async throws {
    try await reporting {
      let plan = try await pipeline.pipeline().plan(options, sample: sample)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(plan))
      } else {
        PlanReport(plan: plan).write(to: .output)
      }
      let exit = plan.exitCode(options)
      if exit != .ok { throw ExitCode(exit.rawValue) }
    }
  }
}
