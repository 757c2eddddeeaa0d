import Glibc
import Synchronization

/// Tells a benchmark how much of a run is hashing, compressing and the stages themselves; the rest is the engine's own.
///
/// It is off unless somebody switches it on: then a call costs one relaxed load of a flag, and nothing is counted.
package enum WorkMeter {
  package enum Work: Int, Sendable, CaseIterable {
    /// Of contents and artifacts. Keys are short and the engine's own.
    case hashing
    case compressing
    /// What a benchmark's stage does between its arguments and its artifacts.
    case stage
  }

  /// Summed over all threads, in nanoseconds.
  package struct Total: Sendable {
    package var wall: Int64 = 0
    package var processor: Int64 = 0

    package init() {}
  }

  /// Fewer bytes are a key, or as cheap as one.
  static let leastBytes = 512

  private static let isOn = Atomic(false)
  private static let hashingWall = Atomic<Int64>(0)
  private static let hashingProcessor = Atomic<Int64>(0)
  private static let compressingWall = Atomic<Int64>(0)
  private static let compressingProcessor = Atomic<Int64>(0)
  private static let stageWall = Atomic<Int64>(0)
  private static let stageProcessor = Atomic<Int64>(0)

  package static func start() { isOn.store(true, ordering: .relaxed) }

  package static func measure<Result, Failure: Error>(
    _ work: Work,
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isOn.load(ordering: .relaxed) else { return try body() }
    let wall = nanoseconds(CLOCK_MONOTONIC)
    let processor = nanoseconds(CLOCK_THREAD_CPUTIME_ID)
    let result = try body()
    add(work, nanoseconds(CLOCK_MONOTONIC) - wall, nanoseconds(CLOCK_THREAD_CPUTIME_ID) - processor)
    return result
  }

  package static func total(_ work: Work) -> Total {
    var total = Total()
    switch work {
    case .hashing:
      total.wall = hashingWall.load(ordering: .relaxed)
      total.processor = hashingProcessor.load(ordering: .relaxed)
    case .compressing:
      total.wall = compressingWall.load(ordering: .relaxed)
      total.processor = compressingProcessor.load(ordering: .relaxed)
    case .stage:
      total.wall = stageWall.load(ordering: .relaxed)
      total.processor = stageProcessor.load(ordering: .relaxed)
    }
    return total
  }

  private static func add(_ work: Work, _ wall: Int64, _ processor: Int64) {
    switch work {
    case .hashing:
      hashingWall.wrappingAdd(wall, ordering: .relaxed)
      hashingProcessor.wrappingAdd(processor, ordering: .relaxed)
    case .compressing:
      compressingWall.wrappingAdd(wall, ordering: .relaxed)
      compressingProcessor.wrappingAdd(processor, ordering: .relaxed)
    case .stage:
      stageWall.wrappingAdd(wall, ordering: .relaxed)
      stageProcessor.wrappingAdd(processor, ordering: .relaxed)
    }
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
