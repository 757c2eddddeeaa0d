import Documents
import Testbed
import Testing

@testable import Extract

@Suite("No head makes the facts trap")
struct FactsRobustnessTests {
  private static let pieces: [[UInt8]] =
    [
      "2026年1月9日", "二〇一九年", "十二月", "在", "盘锦市", "凌海", "第九届", "届", "人民代表大会", "人大", "常委会", "第五次会议", "会议上", "市长", "代", "张三",
      "·", "财政局", "统计局",
      "国家统计局", "调查队", "——", "（", "）", "各位代表：", "受市政府委托", "代表", "国务院", "经济技术开发区", "管委会", "政府工作报告", "预算执行情况", "统计公报",
      "\n", "文件", "关于", "[1]", "一、2023年工作回顾",
    ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8]]

  @Test("Random words", arguments: 0..<60)
  func random(round: Int) throws {
    let seed = UInt64.random(in: 0..<1 << 48) + UInt64(round)
    var generator = SeededNumbers(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let piece = Self.pieces.randomElement(using: &generator) ?? []
      bytes += piece.prefix(Int.random(in: 0...4, using: &generator) == 0 ? 4 : piece.count)
    }
    let words = String(decoding: bytes, as: UTF8.self)
    let facts = facts(lines: words, title: String(words.prefix(20)), hints: .init(name: String(words.suffix(12))))
    #expect(try DocumentFacts(artifactBytes: facts.artifactBytes()) == facts, "seed \(seed)")
  }
}
