/// A time that the text names.
struct NamedPeriod {
  var startYear: Int?
  var startMonth: Int?
  var endYear: Int?
  var endMonth: Int?
  var range: Range<Int>
  /// 末, 底, 截至: a moment, not a span.
  var isEnd = false
  /// 到2025年.
  var isDeadline = false
  /// 十四五.
  var isPlan = false

  func with(range: Range<Int>) -> NamedPeriod {
    var copy = self
    copy.range = range
    return copy
  }
}
