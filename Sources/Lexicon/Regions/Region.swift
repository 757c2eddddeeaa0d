/// A line of GB/T 2260: a code, its name and the years in which the two belonged together.
package struct Region: Sendable, Equatable {
  package enum Level: String, Sendable, CaseIterable {
    case province, prefecture, county
  }

  /// Six digits.
  package let code: String
  package let name: String
  package let level: Level
  package let years: ClosedRange<Int>

  /// Areas that the statistics count like counties and that are none: their third pair begins with a 7.
  package var isZone: Bool {
    level == .county && code.dropFirst(4).first == "7"
  }
}
