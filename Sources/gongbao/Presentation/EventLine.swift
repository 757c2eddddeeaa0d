import Pipeline
import Synchronization

/// The lines of `gongbao run --json`: what happened, each an object with its name under `event`. docs/EVENTS.md has
/// every field. The last one is `summary`, however the run ends.
final class EventLines: Sendable {
  private struct State {
    var run: Int?
    var shown: ContinuousClock.Instant?
  }

  private let terminal: Terminal
  private let clock = ContinuousClock()
  private let state = Mutex(State())

  init(terminal: Terminal = .output) {
    self.terminal = terminal
  }

  func take(_ event: RunEvent) {
    switch event {
    case .waiting(let holder): write("waiting", holder)
    case .sampled(let sample): write("sampled", sample)
    case .listed(let source, let documents): write("listed", Listed(source: source, documents: documents))
    case .started(let run, let documents, let pending, let deleting):
      state.withLock { $0.run = run }
      write("started", Started(run: run, documents: documents, pending: pending, deleting: deleting))
    case .document(let document): write("document", document)
    case .region(let region): write("region", region)
    case .progress(let done, let all): progress(done, of: all)
    }
  }

  /// At most once a second.
  private func progress(_ done: Int, of all: Int) {
    let isDue = state.withLock { state in
      let now = clock.now
      guard state.shown.map({ now - $0 >= .seconds(1) }) ?? true else { return false }
      state.shown = now
      return true
    }
    if isDue { write("progress", Progress(done: done, of: all)) }
  }

  func end(_ summary: RunSummary, exit: ExitStatus) {
    write("summary", Ended(exitCode: exit.rawValue, summary: summary))
  }

  /// Of a run that could not begin or go on.
  func end(_ error: any Error, message: String, exit: ExitStatus) {
    let code = (error as? PipelineError)?.code.rawValue ?? (error is ConfigurationError ? "configuration" : "other")
    let problem = Problem(code: code, message: message)
    write("summary", Ended(exitCode: exit.rawValue, run: state.withLock { $0.run }, error: problem))
  }

  private func write(_ name: String, _ value: some Encodable) {
    guard let line = try? JSONText.line(EventLine(event: name, value: value)) else { return }
    terminal.writeLine(line)
  }

  private struct Listed: Encodable {
    var source: String
    var documents: Int
  }

  private struct Started: Encodable {
    var run: Int
    var documents: Int
    var pending: Int
    var deleting: Int
  }

  private struct Progress: Encodable {
    var done: Int
    var of: Int
  }

  private struct Problem: Encodable {
    var code: String
    var message: String
  }

  private struct Ended: Encodable {
    var exitCode: Int32
    var run: Int?
    var error: Problem?
    var summary: RunSummary?

    enum CodingKeys: String, CodingKey {
      case exitCode, run, error
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(exitCode, forKey: .exitCode)
      try container.encodeIfPresent(run, forKey: .run)
      try container.encodeIfPresent(error, forKey: .error)
      try summary?.encode(to: encoder)
    }
  }
}

/// A value with the name of its event beside its own fields.
private struct EventLine<Value: Encodable>: Encodable {
  let event: String
  let value: Value

  enum CodingKeys: String, CodingKey {
    case event
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(event, forKey: .event)
    try value.encode(to: encoder)
  }
}
