/// What a document is: the columns of the view `documents` that come from its words.
package struct DocumentFacts: Equatable, ArtifactCodable, Encodable {
  package var title: String?
  package var reportType = ReportType.other
  /// The year planned; of a bulletin the year reported.
  package var reportYear: Int?
  package var reviewYear: Int?
  package var region: Region?
  /// Whether the region rests on the source's hints (file name, site, breadcrumb) and not on the document's words.
  package var regionIsHint = false
  package var meeting: String?
  package var deliveredOn: CalendarDate?
  package var publishedOn: CalendarDate?
  package var speaker: String?
  /// The speaker's office ("市长").
  package var office: String?
  package var issuingBody: String?
  package var source: String?
  package var site: String?

  package init() {}

  package enum ReportType: UInt8, Sendable, Encodable, CaseIterable {
    case workReport, planReport, budgetReport, statisticalBulletin, other

    // Written out: what the compiler makes of these is called through a witness by other modules.

    @inlinable
    package static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }

    @inlinable
    package static func != (one: Self, other: Self) -> Bool { one.rawValue != other.rawValue }

    /// As the warehouse spells it.
    package var name: String {
      switch self {
      case .workReport: "work_report"
      case .planReport: "plan_report"
      case .budgetReport: "budget_report"
      case .statisticalBulletin: "statistical_bulletin"
      case .other: "other"
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  package struct Region: Hashable, ArtifactCodable, Encodable {
    package enum Level: UInt8, Sendable, Encodable {
      case nation, province, prefecture, county, zone

      /// As the warehouse spells it.
      package var name: String {
        switch self {
        case .nation: "nation"
        case .province: "province"
        case .prefecture: "prefecture"
        case .county: "county"
        case .zone: "zone"
        }
      }

      package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
      }
    }

    /// GB/T 2260, six digits, valid in the report's year; `nil` for zones without one.
    package var code: String?
    package var name: String
    package var level: Level
    package var province: String?
    package var prefecture: String?

    package init(code: String?, name: String, level: Level, province: String?, prefecture: String?) {
      self.code = code
      self.name = name
      self.level = level
      self.province = province
      self.prefecture = prefecture
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(code)
      writer.write(name)
      writer.write(level)
      writer.write(province)
      writer.write(prefecture)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      code = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
      name = try reader.readString()
      level = try reader.readEnum()
      province = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
      prefecture = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    }
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(title)
    writer.write(reportType)
    writer.write(reportYear)
    writer.write(reviewYear)
    writer.write(region)
    writer.write(regionIsHint)
    writer.write(meeting)
    writer.write(deliveredOn)
    writer.write(publishedOn)
    writer.write(speaker)
    writer.write(office)
    writer.write(issuingBody)
    writer.write(source)
    writer.write(site)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    title = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    reportType = try reader.readEnum()
    reportYear = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    reviewYear = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    region = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    regionIsHint = try reader.readBool()
    meeting = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    deliveredOn = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    publishedOn = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    speaker = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    office = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    issuingBody = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    source = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    site = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
  }
}
