import Documents
import Normalize
import Testbed
import Testing

@Suite("No text makes normalize trap or lose its way")
struct RobustnessTests {
  /// Pieces that rules look for, cut at any byte, and bytes that are no text.
  private static let pieces: [[UInt8]] =
    [
      "一、", "（一）", "1.", "①", "第", "第一部分", "一是", "二是", "。", "；", "：", "“", "\"", "(", "）", "2023年", "工作回顾", "注：",
      "资料来源", "01", "%", "亿元", "l0", "O", "二O",
      "一九年", "1,234", " ", "\u{3000}", "&nbsp;", #"\r\n"#, "?", "??", "·", "各位代表：", "全市上下坚持稳中求进，", "\n", "\t", "🇨🇳", "⼯",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xE4], [0xE4, 0xB8], [0xC0, 0x80], [0xF0, 0x9F], [0x80], [0xED, 0xA0, 0x80],
    ]

  @Test("Random bytes", arguments: 0..<60)
  func random(round: Int) throws {
    let seed = UInt64.random(in: 0..<1 << 48) + UInt64(round)
    var generator = SeededNumbers(seed: seed)
    var page = Page()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      var line: [UInt8] = []
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        let piece = Self.pieces.randomElement(using: &generator) ?? []
        line += piece.prefix(Bool.random(using: &generator) ? piece.count : Int.random(in: 0...4, using: &generator))
      }
      line.removeAll { $0 == UInt8(ascii: "\n") }
      if !page.blocks.isEmpty { page.text.bytes.append(UInt8(ascii: "\n")) }
      let start = page.text.count
      page.text.bytes += line
      let kinds: [Block.Kind] = [.paragraph, .heading, .tableRow, .listItem, .note, .caption]
      page.blocks.append(.init(kind: kinds.randomElement(using: &generator) ?? .note, range: start..<page.text.count))
    }
    let text = Normalizer().normalize(page)
    #expect(try NormalText(artifactBytes: text.artifactBytes()) == text, "seed \(seed)")
    var end = 0
    for sentence in text.sentences {
      #expect(sentence.range.lowerBound >= end && !sentence.range.isEmpty, "seed \(seed)")
      end = sentence.range.upperBound
      let printed = text.alignment.printed(sentence.range)
      #expect(printed.upperBound <= page.text.count, "seed \(seed)")
      #expect(
        page.blocks.contains { $0.range.contains(printed.lowerBound) && $0.range.upperBound >= printed.upperBound },
        "seed \(seed)"
      )
    }
    for section in text.sections {
      #expect(section.parent.map { text.sections[$0].level < section.level } ?? true, "seed \(seed)")
    }
  }
}
