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
    "万", "和", "城镇", "l00个", "20—30家", "预计", "零", "翻一番", "\u{3000}", "A", "：", "（含", "（不含", "高新区", "；", "《", "》", "第",
    "率", "其中：",
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

  /// Sentences that are nearly right reach deeper than random ones: pieces cut out, turned round, and words that rules look for put in.
  @Test("Sentences with words of the lexicon, marks and others' pieces put into them are read without a trap")
  func mutations() throws {
    let words = try Self.words()
    let sentences = try Self.sentences()
    #expect(words.count > 5_000)
    #expect(sentences.count > 70)
    let amount = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 2_000
    var generator = SystemRandomNumberGenerator()
    let seed =
      ProcessInfo.processInfo.environment["MUTATION_SEED"].flatMap { UInt64($0) }
      ?? UInt64.random(in: 0...UInt64.max, using: &generator)
    print("MUTATION_SEED=\(seed)")
    var random = SeededNumbers(seed: seed)
    for _ in 0..<amount {
      let text = Self.mutated(&random, sentences, words)
      let read = ReadSentence(text, mood: random.pick([.review, .plan]))
      for observation in read.observations {
        let isWithin = observation.quote.upperBound <= read.page.text.count && !observation.quote.isEmpty
        #expect(isWithin, "seed \(seed): \(text)")
        guard isWithin else { continue }
        #expect(
          String(validating: Array(read.page.text.bytes[observation.quote]), as: UTF8.self) != nil,
          "seed \(seed): \(text)"
        )
      }
    }
  }

  private static func mutated(_ random: inout SeededNumbers, _ sentences: [String], _ words: [String]) -> String {
    var text = Array(random.pick(sentences) ?? "")
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...8, using: &random)))
      case 3..<6: text.insert(contentsOf: random.pick(words) ?? "", at: place)
      case 6..<8: text.insert(contentsOf: random.pick(pieces) ?? "", at: place)
      case 8:
        let other = Array(random.pick(sentences) ?? "")
        let start = Int.random(in: 0...other.count, using: &random)
        text.insert(contentsOf: other[start..<min(other.count, start + 12)], at: place)
      default: text = Array(text[place...] + text[..<place])
      }
    }
    return String(text)
  }

  /// The sentences of the table of constructions: all kinds that rules are written for.
  private static func sentences() throws -> [String] {
    try ProjectFolder.text("Tests/ExtractTests/Constructions.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") && !$0.hasPrefix("\t") }
      .map { String($0.split(separator: "\t", omittingEmptySubsequences: false)[2]) }
  }

  private static func words() throws -> [String] {
    try ["cues", "word-classes", "units", "indicators", "region-aliases"].flatMap { name in
      try ProjectFolder.text("Sources/Lexicon/Data/\(name).tsv").split(separator: "\n")
        .filter { !$0.hasPrefix("#") }
        .map { String($0.prefix { $0 != "\t" }) }
    }
  }

  @Test(
    "A mark behind the place in a bracket does not end the bracket before it begins",
    arguments: ["全市收入50亿元（含高新区，3亿元）。", "全市收入50亿元（不含高新区：3亿元，增长2%）。", "全市收入50亿元（含东区、西区；南区3亿元）。"]
  )
  func marksInBrackets(_ sentence: String) {
    #expect(ReadSentence(sentence).observations.contains { $0.value == "3" })
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
