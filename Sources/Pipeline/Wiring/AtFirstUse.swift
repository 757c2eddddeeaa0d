import Synchronization

/// A value that is made when somebody first asks for it, once for all workers.
///
/// What stages read with has its lexicon to make, some 50 ms: a night on which nothing changed does not pay for it.
final class AtFirstUse<Value: Sendable>: Sendable {
  private let held = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @autoclosure @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// While it is made, others wait for it.
  var value: Value {
    held.withLock { held in
      if let held { return held }
      let made = make()
      held = made
      return made
    }
  }
}
