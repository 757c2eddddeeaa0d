internal import Documents

/// Words that hang behind a text's last sentence and advertise where it was copied from.
enum Trailer {
  private static let words: [[UInt8]] = [
    "公众号", "数据网", "搜索", "关注", "扫码", "微信", "下载", "www.", "http", "文库", "范文", "更多",
  ].map { Array($0.utf8) }
  private static let terminators: [[UInt8]] = ["。", "！", "？", "”", "）"].map { Array($0.utf8) }

  static func cut(_ text: inout [UInt8], _ blocks: inout [Block], _ segments: inout [PageMap.Segment]) {
    guard let last = blocks.last else { return }
    var end = last.range.upperBound
    // Behind the block's last sentence.
    while end > last.range.lowerBound,
      !terminators.contains(where: {
        end - last.range.lowerBound >= $0.count && text[(end - $0.count)..<end].elementsEqual($0)
      })
    {
      end -= 1
    }
    guard end > last.range.lowerBound, end < text.count else { return }
    let rest = Array(text[end...])
    let measure = rest.withUnsafeBufferPointer { TextMeasure($0) }
    guard measure.units > 0, measure.units <= 24 else { return }
    let key = LineKey(rest).bytes
    guard words.contains(where: { TitleReader.contains(key, $0) }) else { return }
    text.removeSubrange(end...)
    blocks[blocks.count - 1].range = last.range.lowerBound..<end
    segments.removeAll { $0.textOffset >= end }
  }
}
