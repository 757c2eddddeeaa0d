/// Which lines of a text are notes: the source under a table, the remarks behind a bulletin, footnotes.
struct NoteLines {
  private var isInside = false
  /// Whether the notes stand under a line that only announces them.
  private var hasHeading = false

  private static let labels = ["注释", "附注", "名词解释", "注"].map { Array($0.utf8) }
  private static let sources = ["资料来源:", "数据来源:", "备注:", "说明:"].map { Array($0.utf8) }
  private static let circles: ClosedRange<UInt8> = 0xA0...0xB3

  /// Lines are asked in reading order.
  ///
  /// - Parameter isPlain: whether the line is a paragraph or an item, neither a heading nor a row of a table.
  mutating func isNote(_ line: some Collection<UInt8>, isPlain: Bool) -> Bool {
    guard isPlain else {
      isInside = false
      return false
    }
    let key = LineKey(line.prefix(36)).bytes
    if let label = Self.labels.first(where: { key.starts(with: $0) }), Self.ends(key, behind: label.count) {
      isInside = true
      // A line that only announces them is their heading.
      hasHeading = line.count <= label.count + 4
      return !hasHeading
    }
    if let source = Self.sources.first(where: { key.starts(with: $0) }) {
      // By itself it announces what is numbered under it.
      if key == source { isInside = true }
      return true
    }
    guard isInside else { return false }
    if Self.isNumbered(Array(line.prefix(12))) { return true }
    // Under an announcement notes can go on without a number; behind "注：" the first line without one is text again.
    isInside = hasHeading && !HeadingMarks.begins(Array(line.prefix(24)))
    return isInside
  }

  /// Behind the label: nothing, a colon, or a number and a colon.
  private static func ends(_ key: [UInt8], behind start: Int) -> Bool {
    var index = start
    while index < key.count, key[index] >= 0x30, key[index] <= 0x39 { index += 1 }
    return index == key.count || key[index] == UInt8(ascii: ":")
  }

  /// "[1]", "1.", "（1）", "①", "*".
  private static func isNumbered(_ line: [UInt8]) -> Bool {
    var index = 0
    if line.starts(with: [0xE2, 0x91]), line.count > 2, circles.contains(line[2]) { return true }
    if line.first == UInt8(ascii: "*") { return true }
    for open in ["[", "(", "（", "〔", "［", "【"].map({ Array($0.utf8) }) where line.starts(with: open) {
      index = open.count
      break
    }
    let start = index
    while index < line.count, line[index] >= 0x30, line[index] <= 0x39 { index += 1 }
    guard index > start, index - start <= 3, index < line.count else { return false }
    // "9.5%" is a figure.
    if line[index] == UInt8(ascii: "."), index + 1 < line.count, line[index + 1] >= 0x30, line[index + 1] <= 0x39 {
      return false
    }
    return [".", "．", "、", "]", ")", "）", "〕", "］", "】", "：", ":"].contains { line[index...].starts(with: $0.utf8) }
  }
}
