import ArgumentParser
import Pipeline

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that everything in the store is whole and stages give again what they gave.",
    discussion: """
      Every artifact is unpacked and held against its digest, every row is read. Then a \
      sample of stages is run again, over what they read then; each must give the same \
      bytes. Nothing is written, and a run may go on at the same time.

        gongbao verify
        gongbao verify --sample 5%
        gongbao verify --sample all --seed 42

      Exit codes: 0 all is whole, 74 the store is damaged, 70 a stage gave other bytes.
      """
  )

  @OptionGroup var pipeline: PipelineOptions

  @Option(
    help: ArgumentHelp(
      "How many stages of documents to run again: a number, a share like 5%, all or none.",
      valueName: "p"
    )
  )
  var sample = VerifyOptions.defaultSample

  @Option(help: ArgumentHelp("Choose the sample by this number, as an earlier one printed it.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var workers: JobsOption

  @Flag(help: "Print only what is wrong.")
  var quiet = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    try await reporting {
      var options = VerifyOptions()
      options.sample = sample
      options.seed = seed
      options.jobs = workers.jobs
      let progress = CountProgress(isQuiet: json || quiet)
      defer { progress.finish() }
      let verification = try await pipeline.pipeline().verify(options) { progress.take($0) }
      progress.finish()
      if json {
        Terminal.output.writeLine(try JSONText.pretty(verification))
      } else {
        let report = VerificationReport(verification: verification)
        if !quiet { report.write(to: .output) }
        for problem in report.problems {
          Terminal.error.writeLine(Terminal.error.style.bad("gongbao: ") + problem)
        }
      }
      if verification.exitStatus != .ok { throw ExitCode(verification.exitStatus.rawValue) }
    }
  }
}

extension VerifyOptions.Sample: ExpressibleByArgument {
  package init?(argument: String) {
    switch argument {
    case "all": self = .share(1)
    case "none": self = .count(0)
    default:
      if argument.hasSuffix("%") {
        guard let number = Double(argument.dropLast()), (0...100).contains(number) else { return nil }
        self = .share(number / 100)
      } else if let count = Int(argument) {
        guard count >= 0 else { return nil }
        self = .count(count)
      } else {
        guard let share = Double(argument), (0...1).contains(share) else { return nil }
        self = .share(share)
      }
    }
  }

  package var defaultValueDescription: String {
    switch self {
    case .count(let count): String(count)
    case .share(let share): "\(share * 100)%"
    }
  }
}
