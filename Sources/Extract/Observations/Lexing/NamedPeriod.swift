/// A time that the text names. Small, because clauses and sentences hold several and are copied often.
struct NamedPeriod {
  /// Up to 2199; what is not said is `nil`.
  @Small<Int16> var startYear: Int?
  @Small<Int16> var endYear: Int?
  @Small<Int8> var startMonth: Int?
  @Small<Int8> var endMonth: Int?
  @SmallRange var range: Range<Int>
  /// 末, 底, 截至: a moment, not a span.
  var isEnd = false
  /// 到2025年.
  var isDeadline = false
  /// 十四五.
  var isPlan = false

  init(
    startYear: Int? = nil,
    startMonth: Int? = nil,
    endYear: Int? = nil,
    endMonth: Int? = nil,
    range: Range<Int>,
    isEnd: Bool = false,
    isPlan: Bool = false
  ) {
    self.range = range
    self.startYear = startYear
    self.endYear = endYear
    self.startMonth = startMonth
    self.endMonth = endMonth
    self.isEnd = isEnd
    self.isPlan = isPlan
  }

  /// This time with one that is said behind it: a month adds to a year, a year to a month, and any other stands alone.
  func joined(by next: NamedPeriod) -> NamedPeriod {
    var joined = self
    if startYear != nil, startMonth == nil, next.startYear == nil {
      joined.startMonth = next.startMonth
      joined.endMonth = next.endMonth
    } else if startYear == nil, startMonth != nil, next.startMonth == nil {
      joined.startYear = next.startYear
      joined.endYear = next.endYear
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
