import ArgumentParser
import Glibc

/// A time as people write it for tonight: `05:00`.
struct TimeOfDay: ExpressibleByArgument, Equatable {
  let hour: Int
  let minute: Int

  init?(argument: String) {
    let parts = argument.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Self.number(parts[0], below: 24), let minute = Self.number(parts[1], below: 60)
    else { return nil }
    self.hour = hour
    self.minute = minute
  }

  private static func number(_ digits: Substring.UTF8View, below limit: Int) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    return value < limit ? value : nil
  }

  /// The first such time after `now`, in the time zone of the machine: seconds since 1970.
  func next(after now: Double) -> Double {
    var seconds = time_t(now)
    var parts = tm()
    localtime_r(&seconds, &parts)
    parts.tm_hour = Int32(hour)
    parts.tm_min = Int32(minute)
    parts.tm_sec = 0
    parts.tm_isdst = -1
    var today = parts
    let time = Double(mktime(&today))
    if time > now { return time }
    // The calendar carries the day over, and knows of clocks that were put back.
    parts.tm_mday += 1
    return Double(mktime(&parts))
  }
}
