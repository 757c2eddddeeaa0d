internal import Documents

/// Tells pages that are no reports whatever they are about: shells, error pages, lists of links, templates.
enum RefusalReader {
  private static let errors = [
    "404", "403", "notfound", "页面不存在", "页面没有找到", "找不到页面", "您访问的页面", "无法访问", "访问出错", "出错了", "已被删除", "服务器错误",
    "访问被拒绝", "forbidden", "badgateway", "内容不存在", "文章不存在", "信息不存在", "暂停访问", "该页面", "访问过于频繁", "安全验证",
  ].map { Array($0.utf8) }

  /// - Parameters:
  ///   - linkUnits: units of links in the element that holds the body.
  ///   - hasEmbedded: whether the page shows a file in a frame.
  static func refusal(of page: Page, linkUnits: Int, hasEmbedded: Bool, title: String?) -> Page.Refusal? {
    let measure = page.text.bytes.withUnsafeBufferPointer { TextMeasure($0) }
    if measure.units < 300 {
      let key = LineKey(page.text.bytes).bytes + LineKey((title ?? "").utf8).bytes
      if errors.contains(where: { key.holds($0) }) { return .errorPage }
    }
    // What a page shows in a frame is not in the page: the links around it say nothing of it.
    if measure.units < 50, hasEmbedded { return .emptyShell }
    if linkUnits > 60, linkUnits > measure.units * 2 { return .listOfLinks }
    if measure.units < 50 { return .emptyShell }
    return isTemplate(page.text.bytes, measure) ? .template : nil
  }

  /// Placeholders where the figures should be: "XX亿元", "增长×%", "＿＿万人".
  private static func isTemplate(_ text: [UInt8], _ measure: TextMeasure) -> Bool {
    var placeholders = 0
    var numbers = 0
    var index = 0
    while index < text.count {
      let length = min(LineBuilder.length(text[index]), text.count - index)
      defer { index += length }
      if text[index] >= 0x30, text[index] <= 0x39 {
        if index == 0 || text[index - 1] < 0x30 || text[index - 1] > 0x39 { numbers += 1 }
        continue
      }
      guard let mark = mark(text, index, length), index == 0 || !isMark(text, before: index, mark) else { continue }
      var end = index + length
      while end < text.count, text[end...].starts(with: mark) { end += mark.count }
      if follows(text, end) { placeholders += 1 }
    }
    return placeholders >= 8 && placeholders * 2 > numbers
  }

  private static let units = [
    "%", "％", "亿", "万", "元", "年", "个", "人", "户", "公里", "亩", "吨", "家", "项", "名", "省", "市", "县", "月",
  ]
  .map { Array($0.utf8) }

  private static func follows(_ text: [UInt8], _ index: Int) -> Bool {
    units.contains { text[index...].starts(with: $0) }
  }

  private static let marks = ["X", "x", "×", "＿", "_", "Ｘ", "╳", "*", "＊"].map { Array($0.utf8) }

  private static func mark(_ text: [UInt8], _ index: Int, _ length: Int) -> [UInt8]? {
    // Most characters begin like none of them.
    switch text[index] {
    case 0xE4...0xE9, 0xE3: nil
    default: marks.first { $0.count == length && text[index...].starts(with: $0) }
    }
  }

  private static func isMark(_ text: [UInt8], before index: Int, _ mark: [UInt8]) -> Bool {
    index >= mark.count && text[(index - mark.count)..<index].elementsEqual(mark)
  }
}
