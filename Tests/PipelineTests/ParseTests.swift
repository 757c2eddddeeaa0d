import Foundation
import Pipeline
import Testbed
import Testing

@Suite("The parse of a figure")
struct ParseTests {
  private static func parses(_ text: String) throws -> [String] {
    try TextReader(area: "营口市", year: 2024, section: .review).read(Array(text.utf8)).map { figure in
      let parse = try #require(figure.parse)
      let bounds = parse.bounds.joined(separator: " ")
      return [parse.head, parse.link, parse.verb.rawValue, parse.number, bounds, parse.behind].joined(separator: "|")
    }
  }

  @Test(
    "Head, verb, number and bounds are the sentence's own words",
    arguments: [
      ("地区生产总值增长6%左右。", ["地区生产总值|增长|rise|6%|左右|"]),
      ("粮食产量比上年下降0.4%。", ["粮食产量|比上年下降|fall|0.4%||"]),
      ("城镇化率提高到71.2%。", ["城镇化率|提高到|to|71.2%||"]),
      ("新增就业超过2.5万人。", ["新增就业||none|2.5万人|超过|"]),
      ("全市财政收入52.3亿元，增长6.1%。", ["财政收入||none|52.3亿元||", "|增长|rise|6.1%||"]),
      ("城镇新增就业2万人以上。", ["城镇新增就业||none|2万人|以上|"]),
    ]
  )
  func parts(text: String, expected: [String]) throws {
    #expect(try Self.parses(text) == expected)
  }

  @Test("It is made again from the store, and is not in it")
  func explained() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try await sandbox.run()
    let parsed = try sandbox.pipeline.parse("a.txt", sentencesWith: "地区 生产总值完成812.6")
    #expect(parsed.isAsStored)
    let sentence = try #require(parsed.sentences.first)
    #expect(parsed.sentences.count == 1)
    let figure = try #require(sentence.figures.first)
    #expect(figure.quote == "812.6亿元")
    #expect(figure.parse?.clause.hasSuffix("地区生产总值完成812.6亿元") == true)
    #expect(figure.parse?.mood == .review)
    #expect(try sandbox.pipeline.trace(#require(figure.id)).observation.parse == figure.parse)
    #expect(try sandbox.pipeline.parse("a.txt", sentencesWith: "没有的话").sentences.isEmpty)
  }

  @Test("Where other words are laid over the lexicon since, that is said, and trace shows no parse of another reading")
  func changedSince() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try await sandbox.run()
    let id = try #require(sandbox.texts("SELECT observation_id FROM observations WHERE quote = '812.6亿元'").first)
    #expect(try sandbox.pipeline.trace(id).observation.parse != nil)
    try sandbox.write("words/units.tsv", "name\tkind\tpower\tchinese\tseen\n!亿\t\t\t\t\n")
    sandbox.configuration = try .read(
      Array(#"{"sources": [{"files": ["docs/**/*.txt"]}], "lexicon": ["words"]}"#.utf8),
      root: sandbox.root
    )
    #expect(try !sandbox.pipeline.parse("a.txt", sentencesWith: "812.6").isAsStored)
    #expect(try sandbox.pipeline.trace(id).observation.parse == nil)
  }

  @Test("Of all samples each figure of the prose has one, whose number stands in its quote")
  func samples() async throws {
    let samples = ProjectFolder.file("samples")
    let names = FileManager.default.enumerator(atPath: samples.path)?.compactMap { $0 as? String } ?? []
    var count = 0
    for name in names.sorted() where name.hasSuffix(".html") || name.hasSuffix("report.txt") {
      let bytes = [UInt8](try Data(contentsOf: samples.appending(path: name)))
      for figure in try TextReader().read(bytes) where figure.origin == "prose" {
        let parse = try #require(figure.parse)
        #expect(parse.clause.contains(parse.number), "\(name): \(figure.quote)")
        let words = parse.bounds.joined() + parse.number
        #expect(figure.quote.unicodeScalars.filter { $0.value > 0x3000 }.count <= words.unicodeScalars.count)
        count += 1
      }
    }
    #expect(count > 300)
  }
}
