internal import Documents

/// A day with a time of day and hardly a word beside it, as systems print it above or under an entry: "2026-01-09 10:30",
/// "发表于 2026年1月9日 10:30".
struct TimeStamp {
  let date: CalendarDate

  /// The stamp that a line is; a layout can set title and stamp of an entry into a table of one row.
  init?(_ index: Int, of page: PageLines) {
    let line = page.lines[index]
    guard line.table.map({ page.tables[$0].rows.count == 1 }) ?? true else { return nil }
    self.init(page.text[line.range], line.measure)
  }

  /// - Parameter measure: of the line.
  init?(_ line: some Collection<UInt8>, _ measure: TextMeasure) {
    guard measure.units <= 24, measure.digits >= 7, measure.stops <= 1 else { return nil }
    let text = Array(line)
    guard let start = DateReader.position(in: text), let date = DateReader.first(in: text) else { return nil }
    var index = start + 8
    // The hour stands behind the day, perhaps behind a weekday.
    while index < text.count, index < start + 40 {
      defer { index += 1 }
      guard text[index] == UInt8(ascii: ":") || text[index...].starts(with: "：".utf8) else { continue }
      let width = text[index] == UInt8(ascii: ":") ? 1 : 3
      guard index > 0, Self.isDigit(text[index - 1]), index + width + 1 < text.count,
        Self.isDigit(text[index + width]), Self.isDigit(text[index + width + 1])
      else { continue }
      self.date = date
      return
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
