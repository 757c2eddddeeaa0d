import Synchronization

/// Asks a run to end before its work does. It may be asked from a signal handler.
package final class StopRequest: Sendable {
  private let asked = Atomic(false)

  package init() {}

  package func ask() { asked.store(true, ordering: .relaxed) }

  package var isAsked: Bool { asked.load(ordering: .relaxed) }
}
