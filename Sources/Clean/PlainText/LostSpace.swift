/// White space of full width that became question marks when a text was saved in another charset: "市长?? 某某某".
enum LostSpace {
  /// Bytes of a line that is no sentence.
  private static let limit = 120
  private static let questions = ["吗", "呢", "么", "何", "谁", "否"].map { Array($0.utf8) }
  private static let stops = ["。", "，", "；", "！", "？"].map { Array($0.utf8) }

  /// The length of the question marks at `index` that stand for a space, white space behind them included; 0 where they are marks, or one alone.
  static func length(in text: [UInt8], at index: Int) -> Int {
    var end = index
    while end < text.count, text[end] == UInt8(ascii: "?") { end += 1 }
    guard end - index >= 2, (end - index).isMultiple(of: 2), index >= 3, text[index - 1] >= 0x80 else { return 0 }
    let before = Array(text[..<index].suffix(12))
    guard !questions.contains(where: { before.holds($0) }) else { return 0 }
    var next = end
    while next < text.count, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
    // A Han character.
    guard next < text.count, text[next] >= 0xE4, text[next] <= 0xE9 else { return 0 }
    let isEnd: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "\\") }
    let start = text[..<index].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let stop = text[next...].firstIndex(where: isEnd) ?? text.count
    guard stop - start <= limit else { return 0 }
    let line = Array(text[start..<stop])
    return stops.contains { line.holds($0) } ? 0 : next - index
  }
}
