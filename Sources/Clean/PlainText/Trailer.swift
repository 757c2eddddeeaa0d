internal import Documents

/// Words that hang behind a text's last sentence: switches of the page that it was saved from, links to readings of it,
/// advertisements of where it was copied from.
enum Trailer {
  /// Anywhere in a short rest.
  private static let words: [[UInt8]] = [
    "公众号", "数据网", "搜索", "关注", "扫码", "微信", "下载", "www.", "http", "文库", "范文", "更多",
  ].map { Array($0.utf8) }
  /// At the beginning of a rest that can be longer.
  private static let openings: [[UInt8]] = [
    "扫一扫", "打印", "关闭", "分享", "收藏", "相关解读", "相关链接", "相关阅读", "相关附件", "图解", "一图读懂", "视频解读", "责任编辑", "编辑:", "上一篇", "下一篇",
    "上一条", "下一条", "附件下载", "返回",
  ].map { Array($0.utf8) }
  private static let terminators: [[UInt8]] = ["。", "！", "？", "”", "）"].map { Array($0.utf8) }

  /// - Parameter isSaved: whether the text was saved from a page: advertisements of where it was copied from can follow.
  static func cut(
    _ text: inout [UInt8],
    _ blocks: inout [Block],
    _ segments: inout [PageMap.Segment],
    isSaved: Bool
  ) {
    guard let last = blocks.last, let end = end(of: text, in: last.range, isSaved: isSaved) else { return }
    text.removeSubrange(end...)
    blocks[blocks.count - 1].range = last.range.lowerBound..<end
    segments.removeAll { $0.textOffset >= end }
  }

  /// Behind one of the block's last sentences, where such words follow it.
  static func end(of text: [UInt8], in block: Range<Int>, isSaved: Bool = true) -> Int? {
    var end: Int?
    var index = block.upperBound
    while index > block.lowerBound, index + 400 > block.upperBound {
      if terminators.contains(where: {
        index - block.lowerBound >= $0.count && text[(index - $0.count)..<index].elementsEqual($0)
      }), index < block.upperBound, isTrailer(Array(text[index..<block.upperBound]), isSaved) {
        end = index
      }
      index -= 1
    }
    return end
  }

  private static func isTrailer(_ rest: [UInt8], _ isSaved: Bool) -> Bool {
    let measure = rest.withUnsafeBufferPointer { TextMeasure($0) }
    guard measure.units > 0, measure.units <= 60 else { return false }
    let key = LineKey(rest.drop { $0 < 0x30 }).bytes
    // Bullets and brackets of full width are no letters.
    let bare = key.first == 0xE3 ? Array(key.dropFirst(3)) : key
    if openings.contains(where: { key.starts(with: $0) || bare.starts(with: $0) }) { return true }
    return isSaved && measure.units <= 24 && measure.stops == 0 && words.contains { key.holds($0) }
  }
}
