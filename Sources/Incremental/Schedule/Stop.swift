/// Why a run ends before its work does.
package enum StopCause: UInt8, Sendable {
  /// Somebody asked for it.
  case asked = 1
  /// Its time is up.
  case deadline = 2
}

/// A run that ended before its work did: what it did is committed, the rest is left to the next one.
package struct EngineStop: Sendable, Hashable {
  package var cause: StopCause
  /// Items that still have something to do, those that are to be deleted included.
  package var left: Int

  package init(cause: StopCause, left: Int) {
    self.cause = cause
    self.left = left
  }
}
