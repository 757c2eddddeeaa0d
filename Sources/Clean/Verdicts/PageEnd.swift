internal import Documents

/// Whether a page's text stops in the middle of a sentence.
enum PageEnd {
  private static let closers: [[UInt8]] = [
    "。", "！", "？", "；", "：", "…", "”", "’", "」", "』", "）", "】", "》", ".", "!", "?", ";", ":", ")", "]", "\"", "—",
  ].map { Array($0.utf8) }

  static func isCutOff(_ page: Page) -> Bool {
    guard let last = page.blocks.last, last.kind == .paragraph || last.kind == .listItem else { return false }
    let text = Array(page.text.bytes[last.range])
    let measure = text.withUnsafeBufferPointer { TextMeasure($0) }
    // A signature, a date or a caption ends without a mark.
    guard measure.units >= 20, measure.stops > 0 else { return false }
    return !TextLine.ends(text, with: closers)
  }
}
