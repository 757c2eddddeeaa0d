internal import Documents

/// Whether a page's text stops in the middle of a sentence.
enum PageEnd {
  private static let closers: [[UInt8]] = [
    "。", "！", "？", "；", "：", "…", "”", "’", "」", "』", "）", "】", "》", ".", "!", "?", ";", ":", ")", "]", "\"", "—",
  ].map { Array($0.utf8) }

  private static let dash = Array("——".utf8)

  /// Whether the last sentence is one whose speaker stands behind it: "…。——某某".
  private static func isSigned(_ text: [UInt8]) -> Bool {
    guard let at = text.indices.suffix(60).last(where: { text[$0...].starts(with: dash) }) else { return false }
    return TextLine.ends(text[..<at], with: closers)
  }

  static func isCutOff(_ page: Page) -> Bool {
    guard let last = page.blocks.last, last.kind == .paragraph || last.kind == .listItem else { return false }
    let text = Array(page.text.bytes[last.range])
    let measure = text.withUnsafeBufferPointer { TextMeasure($0) }
    // A signature, a date or a caption ends without a mark.
    guard measure.units >= 20, measure.stops > 0 else { return false }
    return !TextLine.ends(text, with: closers) && !isSigned(text)
  }
}
