import Glibc

/// Numbers, times and sizes as people read them.
enum Figures {
  /// `1,234,567`.
  static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// `1 document`, `2 documents`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `0.4 ms`, `35 ms`, `1.24 s`, `3 min 05 s`, `2 h 07 min`.
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.000_05: "0 ms"
    case ..<0.009_95: fixed(seconds * 1000, 1) + " ms"
    case ..<0.999_5: fixed(seconds * 1000, 0) + " ms"
    case ..<9.995: fixed(seconds, 2) + " s"
    case ..<59.95: fixed(seconds, 1) + " s"
    case ..<3599.5: parts(seconds.rounded(), 60, "min", 1, "s")
    default: parts(seconds.rounded(), 3600, "h", 60, "min")
    }
  }

  private static func parts(
    _ seconds: Double,
    _ large: Double,
    _ largeName: String,
    _ small: Double,
    _ smallName: String
  )
    -> String
  {
    let whole = (seconds / large).rounded(.down)
    let rest = Int(((seconds - whole * large) / small).rounded(.down))
    return "\(count(Int(min(whole, 1e15)))) \(largeName) \(rest < 10 ? "0" : "")\(rest) \(smallName)"
  }

  /// `512 B`, `1.4 kB`, `38 MB`.
  static func bytes(_ count: Int) -> String {
    var value = Double(count)
    for unit in ["B", "kB", "MB", "GB"] {
      if value < 999.5 { return fixed(value, unit == "B" || value >= 9.95 ? 0 : 1) + " " + unit }
      value /= 1000
    }
    return fixed(value, 1) + " TB"
  }

  /// `61 %`, `3.4 %`, `0.02 %`.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    return fixed(percent, percent >= 9.95 || percent == 0 ? 0 : percent >= 0.095 ? 1 : 2) + " %"
  }

  /// `2026-03-01 04:05:06`, in the time zone of the machine.
  static func time(_ secondsSince1970: Double) -> String {
    guard secondsSince1970.isFinite, abs(secondsSince1970) < 1e11 else { return "?" }
    var seconds = time_t(secondsSince1970)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return "?" }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }

  /// The first digits of a digest: enough to tell two apart.
  static func digest(_ text: String) -> String { String(text.prefix(10)) }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard digits > 0 else { return String(Int(min(scaled, 1e15))) }
    let whole = Int(min(scaled / scale, 1e15).rounded(.down))
    let rest = String(Int(scaled - Double(whole) * scale))
    return "\(whole)." + String(repeating: "0", count: max(0, digits - rest.count)) + rest
  }
}
