import Documents
import Foundation
import Testing

/// Document facts and sections of `samples/`, against the gold.
@Suite("Samples' facts are read as their gold says")
struct SampleFactsTests {
  struct Gold: Decodable {
    let document: String
    let title: String?
    let reportType: String
    let reportYear: Int?
    let reviewYear: Int?
    let region: String?
    let regionCode: String?
    let regionLevel: String?
    let province: String?
    let prefecture: String?
    let meeting: String?
    let deliveredOn: String?
    let publishedOn: String?
    let speaker: String?
    let issuingBody: String?
    let source: String?
    let site: String?
    let furniture: [String]
    let sections: [Section]

    static func all() throws -> [String: Gold] {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let folder = Sample.folder.appending(path: "Gold")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasPrefix("documents") && $0.hasSuffix(".jsonl") }.sorted()
      var golds: [String: Gold] = [:]
      for file in files {
        for line in try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n") {
          let gold = try decoder.decode(Gold.self, from: Data(line.utf8))
          golds[gold.document] = gold
        }
      }
      return golds
    }
  }

  @Test("Every fact of every sample", arguments: try Sample.all())
  func facts(sample: Sample) throws {
    let gold = try #require(try Gold.all()[sample.file.lastPathComponent], "\(sample.name) has no facts in Gold/")
    let facts = try sample.read().report.facts
    let pairs: [(String, String?, String?)] = [
      ("title", gold.title, facts.title), ("report_type", gold.reportType, facts.reportType.name),
      ("report_year", gold.reportYear.map(String.init), facts.reportYear.map(String.init)),
      ("review_year", gold.reviewYear.map(String.init), facts.reviewYear.map(String.init)),
      ("region", gold.region, facts.region?.name), ("region_code", gold.regionCode, facts.region?.code),
      ("region_level", gold.regionLevel, facts.region?.level.name), ("province", gold.province, facts.region?.province),
      ("prefecture", gold.prefecture, facts.region?.prefecture), ("meeting", gold.meeting, facts.meeting),
      ("delivered_on", gold.deliveredOn, facts.deliveredOn?.description),
      ("published_on", gold.publishedOn, facts.publishedOn?.description), ("speaker", gold.speaker, facts.speaker),
      ("issuing_body", gold.issuingBody, facts.issuingBody), ("source", gold.source, facts.source),
      ("site", gold.site, facts.site),
    ]
    // Where the gold has none, only these four must have none either.
    let strict: Set = ["delivered_on", "published_on", "meeting", "speaker"]
    for (field, want, have) in pairs where want != nil || strict.contains(field) {
      #expect(CanonicalText(want ?? "") == CanonicalText(have ?? ""), "\(field)")
    }
  }

  /// `[level, number, title]`, the number null for a heading without one.
  struct Section: Decodable {
    let level: Int
    let title: String

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      level = try container.decode(Int.self)
      if try !container.decodeNil() { _ = try container.decode(String.self) }
      title = try container.decode(String.self)
    }
  }

  @Test("Every section of the first two levels, in order", arguments: try Sample.all())
  func sections(sample: Sample) throws {
    let gold = try #require(try Gold.all()[sample.file.lastPathComponent], "\(sample.name) has no facts in Gold/")
    let want = gold.sections.filter { $0.level <= 2 }.map { "\($0.level) \($0.title)" }
    let have = try sample.read().report.sections.filter { $0.level <= 2 }.map { "\($0.level) \($0.title)" }
    #expect(want.map(CanonicalText.init) == have.map(CanonicalText.init), "gold \(want), read \(have)")
  }

  @Test("No furniture stands in a sample's page", arguments: try Sample.all())
  func furniture(sample: Sample) throws {
    let gold = try #require(try Gold.all()[sample.file.lastPathComponent], "\(sample.name) has no facts in Gold/")
    let lines = Set(
      try sample.read().page.text.description.split(separator: "\n").map { CanonicalText(String($0)).scalars }
    )
    for line in gold.furniture {
      #expect(!lines.contains(CanonicalText(line).scalars), "\(line)")
    }
  }
}
