import Pipeline
import Synchronization

/// Shows on standard error how far a run is: a bar on a terminal, now and then a line elsewhere.
final class ProgressReporter: Sendable {
  private struct State {
    var started: ContinuousClock.Instant?
    var shown: ContinuousClock.Instant?
    var hasBar = false
  }

  private let terminal: Terminal
  private let isQuiet: Bool
  private let clock = ContinuousClock()
  private let state = Mutex(State())

  init(terminal: Terminal = .error, isQuiet: Bool) {
    self.terminal = terminal
    self.isQuiet = isQuiet
  }

  func take(_ event: RunEvent) {
    guard !isQuiet else { return }
    switch event {
    case .waiting(let holder): terminal.writeLine(Wording.waiting(holder))
    case .sampled(let sample): terminal.writeLine(Wording.sampled(sample))
    case .listed(let source, let documents): terminal.writeLine(Wording.listed(source, documents))
    case .started(let run, let documents, let pending, let deleting):
      terminal.writeLine(Wording.started(run: run, pending: pending, of: documents, deleting: deleting))
      state.withLock {
        $0.started = clock.now
        $0.shown = clock.now
      }
    case .progress(let done, let all): progress(done, of: all)
    case .document, .region: break
    }
  }

  /// Clears the bar.
  func finish() {
    state.withLock { state in
      if state.hasBar { terminal.write("\r\u{1B}[K") }
      state.hasBar = false
    }
  }

  private func progress(_ done: Int, of all: Int) {
    state.withLock { state in
      guard all > 0, let started = state.started, let shown = state.shown else { return }
      let now = clock.now
      let pause: Duration = terminal.isTerminal ? .milliseconds(100) : .seconds(10)
      guard now - shown >= pause else { return }
      state.shown = now
      let elapsed = seconds(now - started)
      if let width = terminal.width {
        terminal.write("\r" + ProgressBar.line(done, of: all, elapsed: elapsed, width: width) + "\u{1B}[K")
        state.hasBar = true
      } else {
        terminal.writeLine(Wording.progress(done, of: all, elapsed: elapsed))
      }
    }
  }

  private func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}
