/// What happens during a run; handed out one at a time.
package enum EngineEvent: Sendable {
  /// `deleting`: how many items leave.
  case started(run: Int64, items: Int, pending: Int, deleting: Int)
  case item(EngineItemReport)
  case group(name: String, members: Int, step: StepReport)
  case progress(done: Int, of: Int)
}

package struct EngineItemReport: Sendable {
  package var name: String
  package var change: ItemChange
  /// `nil` for an item that was deleted, and where the run stopped before its end.
  package var state: ItemState?
  package var reason: String?
  package var steps: [StepReport]
}

package struct StageCounts: Sendable {
  package var items = 0
  package var ran = 0
  package var reused = 0
  package var cutOff = 0
  package var failed = 0
  package var nanoseconds: Int64 = 0

  package init() {}

  mutating func add(_ step: StepReport) {
    switch step.outcome {
    case .ran: ran += 1
    case .reused: reused += 1
    case .cutOff: cutOff += 1
    case .failed: failed += 1
    case .notReached: return
    }
    items += 1
    nanoseconds += step.costNanoseconds
  }

  /// Of an item that was counted, and whose stage ran then for its group.
  mutating func remake(_ step: StepReport) {
    if reused > 0 { reused -= 1 } else if cutOff > 0 { cutOff -= 1 } else { items += 1 }
    ran += 1
    nanoseconds += step.costNanoseconds
  }
}

package struct EngineProblem: Sendable {
  package var name: String
  package var stage: String
  package var state: ItemState
  package var message: String
  package var isTransient: Bool
}

/// What a run did.
package struct EngineReport: Sendable {
  /// URIs in lists are at most this many.
  package static let listLimit = 1000

  package var run: Int64 = 0
  package var items = 0
  package var stages: [String: StageCounts] = [:]
  package var added = (count: 0, names: [String]())
  package var changed = (count: 0, names: [String]())
  package var deleted = (count: 0, names: [String]())
  package var newlyFailed: [EngineProblem] = []
  /// Items that nobody lists any more and that stay all the same.
  package var kept = 0
  /// Of all items that the store knows, listed or not.
  package var states: [ItemState: Int] = [:]
  package var withheld: [(source: String, vanished: Int, of: Int)] = []
  package var wroteSink = false
  /// `nil` for a run that reached its end.
  package var stop: EngineStop?

  package init() {}

  mutating func count(_ change: ItemChange, _ name: String) {
    func add(_ list: inout (count: Int, names: [String])) {
      list.count += 1
      if list.names.count < Self.listLimit { list.names.append(name) }
    }
    switch change {
    case .added: add(&added)
    case .changed: add(&changed)
    case .deleted: add(&deleted)
    case .unchanged: break
    }
  }
}
