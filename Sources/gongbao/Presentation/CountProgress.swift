import Pipeline

/// Shows on standard error how many of many are done, on a terminal only: it says nothing that a log would have to tell.
final class CountProgress {
  private let terminal: Terminal
  private let isQuiet: Bool
  private let clock = ContinuousClock()
  private var title = ""
  private var started: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var hasBar = false

  init(terminal: Terminal = .error, isQuiet: Bool = false) {
    self.terminal = terminal
    self.isQuiet = isQuiet
    started = clock.now
    shown = clock.now
  }

  /// - Parameter title: of the part that is being done; with another one the count begins anew.
  func take(_ done: Int, of all: Int, titled title: String = "") {
    guard !isQuiet, let width = terminal.width else { return }
    let now = clock.now
    if title != self.title {
      self.title = title
      started = now
    }
    guard now - shown >= .milliseconds(100) else { return }
    shown = now
    let elapsed = Double((now - started) / .milliseconds(1)) / 1000
    terminal.write("\r" + ProgressBar.line(done, of: all, titled: title, elapsed: elapsed, width: width) + "\u{1B}[K")
    hasBar = true
  }

  func take(_ event: UpkeepEvent) {
    guard case .progress(let part, let done, let all) = event else { return }
    take(done, of: all, titled: part.rawValue)
  }

  /// Clears the bar.
  func finish() {
    if hasBar { terminal.write("\r\u{1B}[K") }
    hasBar = false
  }
}
