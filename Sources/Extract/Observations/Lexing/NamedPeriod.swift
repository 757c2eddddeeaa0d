/// A time that the text names. Small, because clauses and sentences hold several and are copied often.
struct NamedPeriod {
  private var years: (start: Int16, end: Int16)
  private var months: (start: Int8, end: Int8)
  var range: Range<Int>
  /// 末, 底, 截至: a moment, not a span.
  var isEnd = false
  /// 到2025年.
  var isDeadline = false
  /// 十四五.
  var isPlan = false

  /// - Parameters: years up to 2199 and months; what is not said is `nil`.
  init(
    startYear: Int? = nil,
    startMonth: Int? = nil,
    endYear: Int? = nil,
    endMonth: Int? = nil,
    range: Range<Int>,
    isEnd: Bool = false,
    isPlan: Bool = false
  ) {
    years = (Self.packed(startYear), Self.packed(endYear))
    months = (Self.packed(startMonth), Self.packed(endMonth))
    self.range = range
    self.isEnd = isEnd
    self.isPlan = isPlan
  }

  var startYear: Int? {
    get { Self.unpacked(years.start) }
    set { years.start = Self.packed(newValue) }
  }
  var endYear: Int? {
    get { Self.unpacked(years.end) }
    set { years.end = Self.packed(newValue) }
  }
  var startMonth: Int? {
    get { Self.unpacked(months.start) }
    set { months.start = Self.packed(newValue) }
  }
  var endMonth: Int? {
    get { Self.unpacked(months.end) }
    set { months.end = Self.packed(newValue) }
  }

  private static func packed<Small: FixedWidthInteger>(_ value: Int?) -> Small {
    value.map { Small(clamping: $0) } ?? -1
  }

  private static func unpacked(_ value: some FixedWidthInteger) -> Int? {
    value < 0 ? nil : Int(value)
  }

  /// This time with one that is said behind it: a month adds to a year, a year to a month, and any other stands alone.
  func joined(by next: NamedPeriod) -> NamedPeriod {
    var joined = self
    if startYear != nil, startMonth == nil, next.startYear == nil {
      joined.months = next.months
    } else if startYear == nil, startMonth != nil, next.startMonth == nil {
      joined.years = next.years
    } else {
      return next
    }
    return joined
  }

  func with(range: Range<Int>) -> NamedPeriod {
    var copy = self
    copy.range = range
    return copy
  }
}
