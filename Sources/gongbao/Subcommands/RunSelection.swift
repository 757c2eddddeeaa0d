import ArgumentParser
import Pipeline

/// Which documents and stages a run, or the plan of one, is about.
struct RunSelection: ParsableArguments {
  @OptionGroup var workers: JobsOption

  @Option(
    name: .long,
    help: ArgumentHelp("Only this document: its URI, or a part that no other has. May be repeated.", valueName: "doc")
  )
  var doc: [String] = []

  @Option(help: ArgumentHelp("Stop behind this stage. Before load, the warehouse stays as it is.", valueName: "stage"))
  var until: StageName?

  @Option(
    help: ArgumentHelp("Do this stage and those behind it again even if their results are known.", valueName: "stage")
  )
  var forceFrom: StageName?

  @Flag(help: "Try again what failed through its own fault.")
  var retry = false

  @Flag(help: "Delete what the sources list no more even if suspiciously much vanished.")
  var allowDeletions = false

  @Flag(help: "Go on though changed stages change more of the warehouse than pipeline.json allows.")
  var accept = false

  @Flag(help: "Fail (exit code 65) if any document fails, not only if one newly fails.")
  var strict = false

  var options: RunOptions {
    var options = RunOptions()
    options.jobs = workers.jobs
    options.documents = doc
    options.until = until
    options.forceFrom = forceFrom
    options.retry = retry
    options.allowDeletions = allowDeletions
    options.accept = accept
    options.strict = strict
    return options
  }
}
