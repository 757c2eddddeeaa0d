/// Why the engine cannot go on as a whole.
package struct EngineError: Error, Sendable {
  package enum Code: String, Sendable {
    case storeNewer
    case storeDamaged
    /// The file in the store's place is something else.
    case storeForeign
    case storeCannotBeOpened
    case diskFull
    case inputOutput
    case lockHeld
    /// A stage gave other bytes for a key than before, or the graph is declared wrongly.
    case bug
  }

  package var code: Code
  package var place: String
  package var cause: String
  package var holder: RunLock.Holder?

  package init(_ code: Code, place: String, cause: String, holder: RunLock.Holder? = nil) {
    self.code = code
    self.place = place
    self.cause = cause
    self.holder = holder
  }
}
