import ArgumentParser

/// How many workers a subcommand has.
struct JobsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("As many workers at once; as many as the machine has cores when left out.", valueName: "n")
  )
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }
}
