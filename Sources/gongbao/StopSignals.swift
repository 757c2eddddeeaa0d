import Glibc
import Pipeline

/// SIGINT and SIGTERM end a run well: what is in work is written, nothing more is begun. A second one ends it at once,
/// which harms nothing: the next run heals it.
enum StopSignals {
  static let request = StopRequest()

  private static let note: StaticString =
    "\ngongbao: stopping when the documents in work are written; once more stops at once\n"

  /// Listens from here on.
  static func listen() {
    // Made before a handler may need it: a handler must not allocate.
    _ = request
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      StopSignals.request.ask()
      if isatty(STDERR_FILENO) == 1 {
        _ = write(STDERR_FILENO, StopSignals.note.utf8Start, StopSignals.note.utf8CodeUnitCount)
      }
    }
    // Behind the first signal the system's own way stands again.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    for signal in [SIGINT, SIGTERM] { sigaction(signal, &action, nil) }
  }
}
