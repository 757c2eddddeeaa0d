import Documents
import Lexicon

/// Reads the figures of tables: each number cell with the names of its row and the heads of its column.
struct TableReader {
  let page: Page
  let facts: DocumentFacts
  let conversions: UnitConversions
  var lexicon = FigureLexicon.builtIn

  /// The figures of all tables, in reading order.
  func observations() -> [Observation] {
    guard !page.tables.isEmpty else { return [] }
    let places = facts.region?.code.map { lexicon.regions.names(below: $0) } ?? []
    let known = Set(places.map { Array($0.utf8) })
    let units = TableUnits(units: lexicon.units)
    var before: TableBody.End?
    let bodies = page.tables.compactMap { table -> TableBody? in
      guard let grid = TableGrid(table, in: page.text.bytes) else { return nil }
      var body = TableBody(
        grid: grid,
        caption: TableCaption(above: table, on: page, units: units),
        lexicon: lexicon,
        units: units,
        places: known,
        isOfBudget: facts.reportType == .budgetReport
      )
      // Whose a budget's figures are, only the caption tells.
      let name = body.caption.text
      let isNamed = name.isEmpty ? table.caption == nil : name.holds("表") || name.holds("年") && !name.holds("%")
      guard isNamed || facts.reportType != .budgetReport else { return nil }
      body.before = before
      body.read()
      before = body.end
      return body
    }
    let ambiguous = facts.reportType == .budgetReport ? Self.ambiguous(bodies) : []
    var areaCodes = AreaCodes(regions: lexicon.regions, own: facts.region?.code)
    var result: [Observation] = []
    result.reserveCapacity(bodies.reduce(0) { $0 + $1.figures.count })
    for body in bodies {
      for figure in body.figures where figure.isNumbered || !ambiguous.contains(figure.call) {
        result.append(observation(figure, body, &areaCodes))
      }
    }
    return result
  }

  /// Names below which a budget's table tells different figures: whose part each is, only the print's indents tell.
  private static func ambiguous(_ bodies: [TableBody]) -> Set<ByteKey> {
    var values: [ByteKey: ExactNumber] = [:]
    var result: Set<ByteKey> = []
    for body in bodies {
      for figure in body.figures {
        if let known = values.updateValue(figure.value, forKey: figure.call), known != figure.value {
          result.insert(figure.call)
        }
      }
    }
    return result
  }

  /// The codes of the report's parts, each looked up once.
  private struct AreaCodes {
    let regions: Regions
    let own: String?
    private var known: [ByteKey: String?] = [:]

    init(regions: Regions, own: String?) {
      self.regions = regions
      self.own = own
    }

    mutating func code(of area: [UInt8]) -> String? {
      guard let own else { return nil }
      if let code = known[ByteKey(area)] { return code }
      let named = regions.regions(named: String(decoding: area, as: UTF8.self))
      let code = named.last { $0.code.hasPrefix(own.prefix(4)) }?.code
      known[ByteKey(area)] = code
      return code
    }
  }

  private func observation(_ figure: TableFigure, _ body: TableBody, _ areaCodes: inout AreaCodes) -> Observation {
    let heads = figure.heads
    let kind = figure.column?.kind ?? .amount
    let isPercent = figure.unit == [UInt8(ascii: "%")]
    let measure: Observation.Measure =
      switch kind {
      case .growth: isPercent ? .growth : .change
      case .change: .change
      case .share: .share
      case .amount, .plan, .estimate, .index: isPercent ? .share : .level
      }
    var name = figure.indicator
    if kind == .share {
      let base = figure.column?.base ?? []
      if !base.isEmpty { name += "占".utf8 + base }
      if !name.ends(with: "率") { name += "比重".utf8 }
    }
    var result = Observation(
      sentence: nil,
      quote: figure.range,
      indicator: String(decoding: name, as: UTF8.self),
      measure: measure,
      value: figure.value.text,
      unit: figure.unit.map { String(decoding: $0, as: UTF8.self) },
      origin: .table,
      rule: "table",
      confidence: 0.6
    )
    result.cell = figure.cell
    result.period = period(of: figure, body)
    result.status = status(of: figure, result.period)
    result.area = figure.area.map { String(decoding: $0, as: UTF8.self) }
    result.areaCode = figure.area.flatMap { areaCodes.code(of: $0) }
    if figure.area == nil, kind != .share, kind != .index, !heads.isOfIndex, !body.caption.isOfIndex {
      result.code = code(of: name, measure)
    }
    if let unit = figure.unit {
      let base = unit.withUnsafeBufferPointer(conversions.base)
      result.baseValue = figure.value.double * (base?.factor ?? 1)
      result.baseUnit = String(decoding: unit.dropFirst(base?.start ?? 0), as: UTF8.self)
    }
    return result
  }

  /// Of the headline itself, and of a share only where the headline is one.
  private func code(of name: [UInt8], _ measure: Observation.Measure) -> String? {
    let indicators = lexicon.indicators
    guard let headline = indicators.headline(named: name, tellsAllCurrencies: true) else { return nil }
    return measure == .share && !indicators.isRate(headline) ? nil : indicators.code(of: headline)
  }

  private func period(of figure: TableFigure, _ body: TableBody) -> Period? {
    if let year = figure.year { return Period(year: year) }
    guard let year = body.caption.year ?? facts.reviewYear ?? facts.reportYear else { return nil }
    return Period(year: figure.column?.isOfYearBefore == true ? year - 1 : year)
  }

  private func status(of figure: TableFigure, _ period: Period?) -> Observation.Status {
    if figure.isOfPlan { return .target }
    if figure.column?.kind == .estimate { return .estimated }
    guard let year = period?.startYear, facts.reportType != .statisticalBulletin else { return .actual }
    if let reviewed = facts.reviewYear { return year > reviewed ? .target : .actual }
    guard let report = facts.reportYear, year >= report else { return .actual }
    return .target
  }
}
