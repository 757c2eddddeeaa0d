import Documents
import Lexicon

/// The five-year plan that begins with the year of a report: a part with one title for the years behind and the plan
/// ("十四五"时期发展成就和"十五五"时期主要目标任务) turns ahead where it first names the plan.
struct ComingPlan {
  private let years: ClosedRange<Int>?
  /// 十五五.
  private let name: [UInt8]

  private static let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// - Parameter reportYear: the year planned. The eleventh plan began in 2006; earlier ones have names that stand in
  ///   other words (九五, 十五).
  init(reportYear: Int?) {
    guard let year = reportYear, (2006...2046).contains(year), year % 5 == 1 else {
      years = nil
      name = []
      return
    }
    years = year...(year + 4)
    name = Array("十\(Self.digits[(year - 2006) / 5])五".utf8)
  }

  /// - Parameter range: in `text`.
  func isNamed(in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard years != nil else { return false }
    var position = range.lowerBound
    while position + name.count <= range.upperBound {
      if text[position] == name[0], text[position..<(position + name.count)].elementsEqual(name) { return true }
      position += 1
    }
    return false
  }

  func isNamed(in title: [UInt8]) -> Bool {
    title.withUnsafeBufferPointer { isNamed(in: title.indices, of: $0) }
  }

  /// What is told of several years there is told of the plan's.
  func apply(to context: inout SentenceContext) {
    if let years, let span = context.span, span.upperBound < years.lowerBound { context.span = years }
  }
}
