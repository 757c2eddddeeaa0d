/// One quantity that a report states, with what it belongs to.
package struct Observation: Equatable, ArtifactCodable, Encodable {
  package enum Measure: UInt8, Sendable, Encodable, CaseIterable {
    case level, growth, averageGrowth, change, share, ratio, rank

    // Written out: what the compiler makes of these is called through a witness by other modules.

    @inlinable
    package static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }

    @inlinable
    package static func != (one: Self, other: Self) -> Bool { one.rawValue != other.rawValue }

    /// As the warehouse spells it.
    package var name: String {
      switch self {
      case .level: "level"
      case .growth: "growth"
      case .averageGrowth: "avg_growth"
      case .change: "change"
      case .share: "share"
      case .ratio: "ratio"
      case .rank: "rank"
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  package enum Comparator: UInt8, Sendable, Encodable, CaseIterable {
    case equal, atLeast, atMost, about

    /// As the warehouse spells it.
    package var name: String {
      switch self {
      case .equal: "="
      case .atLeast: ">="
      case .atMost: "<="
      case .about: "~"
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  package enum Status: UInt8, Sendable, Encodable, CaseIterable {
    case actual, estimated, target

    /// As the warehouse spells it.
    package var name: String {
      switch self {
      case .actual: "actual"
      case .estimated: "estimated"
      case .target: "target"
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  package enum Origin: UInt8, Sendable, Encodable {
    case prose, table

    package var name: String { self == .prose ? "prose" : "table" }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  /// What a rank orders by.
  package enum RankBase: UInt8, Sendable, Encodable {
    case level, growth

    package var name: String { self == .level ? "level" : "growth" }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  /// Where a table's figure stands.
  package struct Cell: Equatable, ArtifactCodable, Encodable {
    package var caption: String
    /// Row header cells from the left, joined by "/".
    package var rowPath: String
    /// Column header cells from the top, joined by "/".
    package var columnPath: String
    /// From 0: which of the cells with these paths.
    package var occurrence: Int

    package init(caption: String, rowPath: String, columnPath: String, occurrence: Int) {
      self.caption = caption
      self.rowPath = rowPath
      self.columnPath = columnPath
      self.occurrence = occurrence
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(caption)
      writer.write(rowPath)
      writer.write(columnPath)
      writer.write(count: occurrence)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      caption = try reader.readString()
      rowPath = try reader.readString()
      columnPath = try reader.readString()
      occurrence = try reader.readCount()
    }
  }

  /// Index into ``Report/sentences``; `nil` for a table's figure.
  package var sentence: Int?
  /// Byte range of the quote in the page's printed text; of a table's figure its cell.
  package var quote: Range<Int>
  package var cell: Cell?
  package var origin: Origin
  /// In the report's own words, normal form, without verb.
  package var indicator: String
  /// Headline code (`gdp`, `revenue`, ...).
  package var code: String?
  package var action: String?
  package var measure: Measure
  package var comparator: Comparator
  package var status: Status
  package var period: Period?
  package var rankScope: String?
  package var rankOf: RankBase?
  /// The number as a decimal string in the unit of the text, sign applied, damage repaired ("949.0", "-0.6").
  package var value: String
  /// The upper end of a range, in the same form.
  package var valueHigh: String?
  /// As stated, with its multiplier ("亿元").
  package var unit: String?
  /// The value with a leading multiplier of the unit multiplied out.
  package var baseValue: Double?
  package var baseUnit: String?
  package var area: String?
  package var areaCode: String?
  /// Which rule made it.
  package var rule: String
  /// 0 to 1.
  package var confidence: Double
}

extension Observation {
  /// Hands all on at once: a value of this size that is made field by field is copied before it is returned.
  package init(
    sentence: Int?,
    quote: Range<Int>,
    cell: Cell? = nil,
    indicator: String,
    code: String? = nil,
    action: String? = nil,
    measure: Measure,
    comparator: Comparator = .equal,
    value: String,
    valueHigh: String? = nil,
    unit: String?,
    baseValue: Double? = nil,
    baseUnit: String? = nil,
    status: Status = .actual,
    period: Period? = nil,
    rankScope: String? = nil,
    rankOf: RankBase? = nil,
    area: String? = nil,
    areaCode: String? = nil,
    origin: Origin = .prose,
    rule: String = "",
    confidence: Double = 1
  ) {
    self.init(
      sentence: sentence,
      quote: quote,
      cell: cell,
      origin: origin,
      indicator: indicator,
      code: code,
      action: action,
      measure: measure,
      comparator: comparator,
      status: status,
      period: period,
      rankScope: rankScope,
      rankOf: rankOf,
      value: value,
      valueHigh: valueHigh,
      unit: unit,
      baseValue: baseValue,
      baseUnit: baseUnit,
      area: area,
      areaCode: areaCode,
      rule: rule,
      confidence: confidence
    )
  }
}

extension Observation {
  package func encode(into writer: inout ArtifactWriter) {
    writer.write(sentence)
    writer.write(quote)
    writer.write(cell)
    writer.write(origin)
    writer.write(indicator)
    writer.write(code)
    writer.write(action)
    writer.write(measure)
    writer.write(comparator)
    writer.write(status)
    writer.write(period)
    writer.write(rankScope)
    writer.write(rankOf) { $0.write($1) }
    writer.write(value)
    writer.write(valueHigh)
    writer.write(unit)
    writer.write(baseValue) { $0.write($1) }
    writer.write(baseUnit)
    writer.write(area)
    writer.write(areaCode)
    writer.write(rule)
    writer.write(confidence)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    sentence = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    quote = try reader.readRange()
    cell = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    origin = try reader.readEnum()
    indicator = try reader.readString()
    code = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    action = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    measure = try reader.readEnum()
    comparator = try reader.readEnum()
    status = try reader.readEnum()
    period = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    rankScope = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    rankOf = try reader.readOptional { reader throws(ArtifactError) in try reader.readEnum() }
    value = try reader.readString()
    valueHigh = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    unit = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    baseValue = try reader.readOptional { reader throws(ArtifactError) in try reader.readDouble() }
    baseUnit = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    area = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    areaCode = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
    rule = try reader.readString()
    confidence = try reader.readDouble()
  }
}
