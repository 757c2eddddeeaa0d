/// What the words around a figure say that lets two figures of one indicator differ and both be right.
struct Wording: Hashable {
  /// 可比增长, 同口径: by another definition than the plain figure.
  let isComparable: Bool
  /// 迈上3000亿元台阶: a height that was passed, not what was reached.
  let isHeight: Bool
  /// 力争8%: more than what is to be made sure of.
  let isAmbition: Bool
  /// 比全省高1.4个百分点: a change against what another area, a goal or a forecast says.
  let isAgainstOther: Bool

  static let plain = Wording(before: [], after: [])

  /// - Parameters:
  ///   - before: the figure's sentence up to the figure, as UTF-8.
  ///   - after: what follows the figure.
  init(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
    let part = before[Self.end(ofLast: Self.partMarks, in: before)...]
    let clause = part[Self.end(ofLast: Self.clauseMarks, in: part)...]
    isComparable = Self.holds(Self.definitions, in: part)
    isAmbition = Self.holds(Self.ambitions, in: clause)
    isAgainstOther = Self.holds(Self.others, in: part)
    let end = after[Self.listed(after)...]
    isHeight = Self.heights.contains { after.starts(with: $0) || end.starts(with: $0) }
  }

  private static let definitions = ["可比", "同口径", "同比口径", "剔除", "扣除", "还原"].map { Array($0.utf8) }
  private static let ambitions = ["力争", "争取", "冲刺", "奋斗目标"].map { Array($0.utf8) }
  private static let heights = ["台阶", "新台阶", "大关", "关口", "门槛"].map { Array($0.utf8) }
  private static let others = ["全国", "全省", "全区", "全市", "全州", "全盟", "平均", "目标", "预期", "预算", "计划"].map { Array($0.utf8) }

  /// Where a list of figures that goes on ends: 4万亿、5万亿两个台阶.
  private static func listed(_ text: ArraySlice<UInt8>) -> Int {
    var position = text.startIndex
    while position < text.endIndex, position < text.startIndex + 60 {
      if text[position] >= 0x30, text[position] <= 0x39 || text[position] == UInt8(ascii: ".") {
        position += 1
      } else if let mark = between.first(where: { text[position...].starts(with: $0) }) {
        position += mark.count
      } else {
        break
      }
    }
    return position
  }

  private static let between = ["、", "和", "万", "亿", "元", "两", "三", "四", "五", "个", "大"].map { Array($0.utf8) }

  private static let partMarks = [";", "；"].map { Array($0.utf8) }
  private static let clauseMarks = [",", "，", "、"].map { Array($0.utf8) }

  private static func holds(_ words: [[UInt8]], in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      words.contains { word in
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { start in
          text[start] == word[0] && word.indices.allSatisfy { text[start + $0] == word[$0] }
        }
      }
    }
  }

  /// Where what follows the last of the marks begins.
  private static func end(ofLast marks: [[UInt8]], in text: ArraySlice<UInt8>) -> Int {
    var position = text.endIndex
    while position > text.startIndex {
      let last = text[position - 1]
      for mark in marks where mark.last == last && text[..<position].suffix(mark.count).elementsEqual(mark) {
        return position
      }
      position -= 1
    }
    return text.startIndex
  }
}
