/// The years or months that an observation is of, both ends included.
///
/// Written as SPEC.md writes it: `2019`, `2016/2020`, `2019-11`, `2019-01/2019-11`.
package struct Period: Hashable, ArtifactCodable, Encodable, CustomStringConvertible {
  package var startYear: Int
  /// 1 to 12; `nil` where whole years are meant. Both ends have a month or neither has.
  package var startMonth: Int?
  package var endYear: Int
  package var endMonth: Int?

  package init(years start: Int, through end: Int) {
    startYear = start
    endYear = end
  }

  package init(year: Int) {
    self.init(years: year, through: year)
  }

  package init(year: Int, months: ClosedRange<Int>) {
    startYear = year
    endYear = year
    startMonth = months.lowerBound
    endMonth = months.upperBound
  }

  package var description: String {
    let start = Self.text(startYear, startMonth)
    let end = Self.text(endYear, endMonth)
    return start == end ? start : "\(start)/\(end)"
  }

  /// First day, `YYYY-MM-DD`.
  package var startDate: String {
    Self.text(startYear, startMonth ?? 1) + "-01"
  }

  /// Last day, `YYYY-MM-DD`.
  package var endDate: String {
    let month = endMonth ?? 12
    return Self.text(endYear, month) + "-\(CalendarDate.days(inMonth: month, of: endYear))"
  }

  private static func text(_ year: Int, _ month: Int?) -> String {
    guard let month else { return "\(year)" }
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(startYear)
    writer.write(startMonth)
    writer.write(endYear)
    writer.write(endMonth)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    startYear = try reader.readInt()
    startMonth = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    endYear = try reader.readInt()
    endMonth = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    guard (1...12).contains(startMonth ?? 1), (1...12).contains(endMonth ?? 1) else {
      throw ArtifactError(offset: reader.offset, problem: .invalidValue)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
