import ArgumentParser
import Pipeline

struct Gc: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Free what the store need not keep, and give the room back.",
    discussion: """
      First goes what nothing needs any more and what is older than the age. Where a size \
      is given, further goes, until the store fits: results of earlier inputs and \
      programs, versions in the history, and at last what today's documents would make \
      again at the least cost. The last good results of failing documents always stay. \
      What went is made again when a run needs it, and checked to be the same; the \
      warehouse is never touched. It takes some megabytes of disk.

      Runs keep to "retention" of pipeline.json by themselves; this does it at once.

        gongbao gc --dry-run
        gongbao gc --max-size 2GB --max-age 90d
      """
  )

  @OptionGroup var pipeline: PipelineOptions

  @Option(
    help: ArgumentHelp("The size to come down to, in place of the one in pipeline.json.", valueName: "size"),
    transform: { text in try amount(text, ByteCount(text), ByteCount.expected) }
  )
  var maxSize: ByteCount?

  @Option(
    help: ArgumentHelp("The age to keep, in place of the one in pipeline.json.", valueName: "age"),
    transform: { text in try amount(text, Age(text), Age.expected) }
  )
  var maxAge: Age?

  @Flag(help: "Only show what would go.")
  var dryRun = false

  @Flag(help: "Wait for a run to end instead of stopping.")
  var wait = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    try await reporting {
      var options = CollectOptions()
      options.maximumSize = maxSize
      options.maximumAge = maxAge
      options.isDryRun = dryRun
      options.wait = wait
      let collected = try await pipeline.pipeline().collect(options) { holder in
        Terminal.error.writeLine(Wording.waiting(holder))
      }
      if json {
        Terminal.output.writeLine(try JSONText.pretty(collected))
      } else {
        CollectedReport(collected: collected).write(to: .output)
      }
    }
  }
}

private func amount<Amount>(_ text: String, _ amount: Amount?, _ expected: String) throws -> Amount {
  guard let amount else { throw ValidationError("'\(text)' is not \(expected).") }
  return amount
}
