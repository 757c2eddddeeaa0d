import Pipeline

/// Shows on standard error how far a look at the store is, on a terminal only: it changes nothing that a log would have
/// to tell.
final class UpkeepProgress {
  private let terminal: Terminal
  private let isQuiet: Bool
  private let clock = ContinuousClock()
  private var part: UpkeepEvent.Part?
  private var started: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var hasBar = false

  init(terminal: Terminal = .error, isQuiet: Bool) {
    self.terminal = terminal
    self.isQuiet = isQuiet
    started = clock.now
    shown = clock.now
  }

  func take(_ event: UpkeepEvent) {
    guard case .progress(let part, let done, let all) = event, !isQuiet, let width = terminal.width else { return }
    let now = clock.now
    if part != self.part {
      self.part = part
      started = now
    }
    guard now - shown >= .milliseconds(100) else { return }
    shown = now
    let elapsed = Double((now - started) / .milliseconds(1)) / 1000
    terminal.write(
      "\r" + ProgressBar.line(done, of: all, titled: part.rawValue, elapsed: elapsed, width: width) + "\u{1B}[K"
    )
    hasBar = true
  }

  /// Clears the bar.
  func finish() {
    if hasBar { terminal.write("\r\u{1B}[K") }
    hasBar = false
  }
}
