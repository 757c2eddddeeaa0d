/// A day of the Gregorian calendar, without a time and a zone.
package struct CalendarDate: Hashable, Comparable, ArtifactCodable, Encodable, CustomStringConvertible {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to the month's last day.
  package let day: Int

  /// `nil` where there is no such day, or the year is not in 1900...2199.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `YYYY-MM-DD`.
  package var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(count: year)
    writer.write(count: month)
    writer.write(count: day)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    let (year, month, day) = (try reader.readCount(), try reader.readCount(), try reader.readCount())
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw ArtifactError(offset: reader.offset, problem: .invalidValue)
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
