/// What the store keeps beyond what is current.
package struct Retention: Sendable, Hashable {
  /// Of the store's file. What items of today rest on goes last, and what cannot be made again never.
  package var maximumBytes: Int64?
  /// Of results that neither an item of today nor the history rests on.
  package var maximumAgeNanoseconds: Int64?
  /// Changed versions of an item that the history keeps, the present one included.
  package var versions = 5
  /// Runs that the history keeps; those that made a version that is kept stay beyond it.
  package var runs = 1000

  package init() {}

  /// Which attempts of one item the history drops: all but its newest one and those that began one of the newest
  /// `versions` versions. An attempt that left everything as it was begins none.
  ///
  /// - Parameter attempts: newest first.
  /// - Returns: indices into `attempts`, ascending.
  func dropped(_ attempts: [AttemptMark]) -> [Int] {
    var dropped: [Int] = []
    var found = 0
    for index in attempts.indices {
      let isVersion = index + 1 == attempts.count || attempts[index] != attempts[index + 1]
      if found >= max(1, versions) || !(isVersion || index == 0) { dropped.append(index) }
      if isVersion { found += 1 }
    }
    return dropped
  }
}

/// What tells two versions of an item apart: how it stood, and what its stages had made.
struct AttemptMark: Equatable {
  var isDeleted: Bool
  var state: ItemState?
  var reason: String?
  var outputs: [[Digest]]

  /// - Parameter stages: names of those that make artifacts.
  init(change: ItemChange, state: ItemState?, reason: String?, steps: [StepRecord], stages: Set<String>) {
    isDeleted = change == .deleted
    self.state = state
    self.reason = reason
    outputs = steps.filter { stages.contains($0.stage) }.map(\.outputs)
  }
}
