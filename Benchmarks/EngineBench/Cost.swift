import Glibc

/// Time of the process so far, all threads, in nanoseconds.
struct Cost {
  var wall: Int64
  var processor: Int64

  init() {
    wall = Self.nanoseconds(CLOCK_MONOTONIC)
    processor = Self.nanoseconds(CLOCK_PROCESS_CPUTIME_ID)
  }

  static func - (late: Cost, early: Cost) -> Cost {
    var difference = late
    difference.wall -= early.wall
    difference.processor -= early.processor
    return difference
  }

  static func nanoseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The most memory that the process ever had.
  static var peakBytes: Int64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int64(usage.ru_maxrss) * 1024
  }
}
