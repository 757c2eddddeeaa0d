import Documents
import Extract
import Foundation
import Normalize
import Testbed
import Testing

@Suite("Quotes lie where they say")
struct SpanTests {
  private static let pieces = [
    "地区生产总值", "增长", "新建", "项目", "12.5亿元", "３%", " 8 个", "、", "，", "。", "其中", "（", "）", "“", "”", "分别", "第三位", "全省",
    "近亿元", "占", "从", "到2030年", "百分之五",
    "万", "和", "城镇", "l00个", "20—30家", "预计", "零", "翻一番", "\u{3000}", "A", "：",
  ]

  @Test("Random text neither traps nor leaves its page, and every quote holds a numeral")
  func random() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      let read = ReadSentence(text)
      for observation in read.observations {
        #expect(observation.quote.upperBound <= read.page.text.count, "seed \(seed)")
        #expect(!observation.quote.isEmpty, "seed \(seed): \(text)")
        #expect(
          String(validating: Array(read.page.text.bytes[observation.quote]), as: UTF8.self) != nil,
          "seed \(seed): \(text)"
        )
      }
    }
  }

  @Test("White space and widths change nothing but the quote")
  func widths() {
    let plain = ReadSentence("全市粮食产量达到118.9万吨，增长3.2%；新建学校12所。")
    let wide = ReadSentence("全市粮食产量达到１１８.９ 万吨,增长３.２％；新建学校 12 所。")
    #expect(plain.observations.map(\.value) == wide.observations.map(\.value))
    #expect(plain.observations.map(\.indicator) == wide.observations.map(\.indicator))
    #expect(plain.observations.map(\.unit) == wide.observations.map(\.unit))
  }

  private static let handed = "score/constructions.jsonl"

  @Test(
    "The constructions handed to the project run without a trap",
    .enabled(if: ProjectFolder.hasShared(handed), "there is no \(ProjectFolder.shared(handed).path)")
  )
  func constructions() throws {
    let text = try String(contentsOf: ProjectFolder.shared(Self.handed), encoding: .utf8)
    var found = 0
    for line in text.split(separator: "\n") {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      found += ReadSentence(object["input"] as? String ?? "").observations.count
    }
    print("constructions: \(found) observations")
    #expect(found > 0)
  }
}
