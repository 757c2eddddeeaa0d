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
      """
  )

  @OptionGroup var pipeline: PipelineOptions
  @OptionGroup var selection: RunSelection

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    try await Self.show(pipeline, selection.options, json: json)
  }

  static func show(_ pipeline: PipelineOptions, _ options: RunOptions, json: Bool) async throws {
    try await reporting {
      let plan = try await pipeline.pipeline().plan(options)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(plan))
      } else {
        PlanReport(plan: plan).write(to: .output)
      }
    }
  }
}
