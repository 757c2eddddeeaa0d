/// The marks with which headings and items of a report begin: 一、 （一） 1. (1) 一是 第一章 [1] ①.
enum HeadingMarks {
  private static let numerals = "一二三四五六七八九十百零〇".unicodeScalars.map { Array(String($0).utf8) }
  private static let closers: [[UInt8]] = ["、", "．", ".", "：", "是", "，", ",", "）", ")"].map { Array($0.utf8) }
  private static let openers: [[UInt8]] = ["（", "(", "[", "【", "〔"].map { Array($0.utf8) }

  static func begins(_ line: [UInt8]) -> Bool {
    var index = 0
    var isBracketed = false
    if let opener = openers.first(where: { line.starts(with: $0) }) {
      index = opener.count
      isBracketed = true
    } else if line.starts(with: "第".utf8) {
      index = 3
    }
    let start = index
    while let numeral = numerals.first(where: { line[index...].starts(with: $0) }) { index += numeral.count }
    let isHan = index > start
    while !isHan, index < line.count, line[index] >= 0x30, line[index] <= 0x39, index - start < 2 { index += 1 }
    guard index > start, index < line.count else { return false }
    if isBracketed { return line[index...].starts(with: "）".utf8) || line[index] == 0x29 || line[index] == 0x5D }
    if start == 3 {
      return ["章", "部", "节", "篇", "，", "、", "，"].contains { line[index...].starts(with: $0.utf8) }
    }
    guard let closer = closers.first(where: { line[index...].starts(with: $0) }) else { return false }
    // "9.5%" is no number of a heading.
    if !isHan, closer == [0x2E], index + 1 < line.count, line[index + 1] >= 0x30, line[index + 1] <= 0x39 {
      return false
    }
    // "二、三产业" is an enumeration.
    let behind = line[(index + closer.count)...]
    if isHan, closer == Array("、".utf8), numerals.contains(where: { behind.starts(with: $0) }) { return false }
    return isHan || closer != [0x2C]
  }
}
