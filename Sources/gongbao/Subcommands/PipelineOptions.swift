import ArgumentParser
import Pipeline

/// Which pipeline a subcommand is about.
struct PipelineOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The configuration.", valueName: "file"),
    completion: .file(extensions: ["json"])
  )
  var config = "pipeline.json"

  func configuration() throws -> Configuration {
    try Configuration.read(file: config)
  }

  func pipeline() throws -> Pipeline {
    try Pipeline(configuration: configuration())
  }
}

extension StageName: ExpressibleByArgument {}

/// Runs a subcommand's body; whatever it throws is told and becomes the exit code.
func reporting(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let code as ExitCode {
    throw code
  } catch {
    throw Failure.report(error)
  }
}
