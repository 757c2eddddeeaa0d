/// Shows on standard error how many of many are done, on a terminal only.
final class CountProgress {
  private let terminal: Terminal
  private let clock = ContinuousClock()
  private let started: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var hasBar = false

  init(terminal: Terminal = .error) {
    self.terminal = terminal
    started = clock.now
    shown = clock.now
  }

  func take(_ done: Int, of all: Int) {
    guard let width = terminal.width else { return }
    let now = clock.now
    guard now - shown >= .milliseconds(100) else { return }
    shown = now
    let elapsed = Double((now - started) / .milliseconds(1)) / 1000
    terminal.write("\r" + ProgressBar.line(done, of: all, elapsed: elapsed, width: width) + "\u{1B}[K")
    hasBar = true
  }

  /// Clears the bar.
  func finish() {
    if hasBar { terminal.write("\r\u{1B}[K") }
    hasBar = false
  }
}
