import ArgumentParser
import Pipeline

/// Tells what went wrong on standard error and ends the program with the code of sysexits.h.
enum Failure {
  static func report(_ error: any Error) -> ExitCode {
    let (message, status) = describe(error)
    Terminal.error.writeLine(Terminal.error.style.bad("gongbao: ") + message)
    return ExitCode(status.rawValue)
  }

  static func describe(_ error: any Error) -> (message: String, status: ExitStatus) {
    switch error {
    case let error as ConfigurationError: (Wording.of(error), .configuration)
    case let error as PipelineError: (Wording.of(error), error.exitStatus)
    case let error as QueryError: (Wording.of(error), error.code == .noWarehouse ? .noInput : .usage)
    case let error as TextReader.Failure: (Wording.unreadable(error), .dataError)
    case let error as FileProblem: (error.message, error.status)
    default: (Wording.of(PipelineError(.bug, place: "unexpected error", cause: "\(error)")), .software)
    }
  }
}

/// A file named on the command line that cannot be read or written.
struct FileProblem: Error {
  var message: String
  var status: ExitStatus
}
