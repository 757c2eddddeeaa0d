import Clean
import Documents
import Foundation
import Normalize
import Testbed
import Testing

@testable import Extract

private let index = ProjectFolder.shared("corpus/INDEX.tsv")

@Suite("Facts over the corpus")
struct FactsCorpusTests {
  private struct Share: CustomStringConvertible {
    var right = 0
    var all = 0
    mutating func count(_ isRight: Bool) {
      all += 1
      right += isRight ? 1 : 0
    }
    /// So few of a hundred or more are wrong.
    func isRight(butFor most: Int) -> Bool { all >= 100 && all - right <= most }
    var description: String { "\(right)/\(all)" }
  }

  /// The index names files, not facts: a year may be the file's and a region pinyin. So some may differ. Very long files
  /// (budgets with all their tables) are left out for the time they take.
  @Test(
    "Kind, region and year agree with the index",
    .enabled(if: ProjectFolder.hasShared("corpus/INDEX.tsv"), "there is no \(index.path)")
  )
  func agreement() throws {
    var kinds = Share()
    var regions = Share()
    var years = Share()
    for line in try String(contentsOf: index, encoding: .utf8).split(separator: "\n").dropFirst() {
      let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let file = index.deletingLastPathComponent().appending(path: row[0])
      guard row.count >= 5, let data = try? Data(contentsOf: file), data.count < 300_000 else { continue }
      let source = SourceDocument(bytes: [UInt8](data), mediaType: file.pathExtension == "html" ? .html : .plainText)
      guard let page = try? Cleaner().clean(source).page else { continue }
      let text = Normalizer().normalize(page)
      let reader = DocumentFactsReader()
      let name = file.deletingPathExtension().lastPathComponent
      let facts = reader.facts(page: page, text: text, hints: SourceHints(name: name))
      let kind = ["stat_bulletin": "statistical_bulletin", "budget_table": "other"][row[1]] ?? row[1]
      if kind == "news" {
        kinds.count(page.refusal != nil || reader.refusal(facts: facts, text: text) != nil)
        continue
      }
      kinds.count(facts.reportType.name == kind)
      if !row[2].isEmpty, !row[2].allSatisfy(\.isASCII) {
        regions.count(Self.isRegion(facts.region, wanted: row[2], notes: row[4]))
      }
      if let year = Int(row[3]) { years.count(facts.reportYear.map { abs($0 - year) <= 1 } == true) }
    }
    print("facts over the corpus: kind \(kinds), region \(regions), year within one \(years)")
    #expect(kinds.isRight(butFor: 5) && regions.isRight(butFor: 1) && years.isRight(butFor: 2))
  }

  private static func isRegion(_ region: DocumentFacts.Region?, wanted: String, notes: String) -> Bool {
    guard let region else { return false }
    if wanted == "国务院" || notes.contains("State_Council") { return region.level == .nation }
    // "WRONG_REGION_is_高唐县_Shandong": the text shows another region than the file's name.
    if let note = notes.split(separator: "|").first(where: { $0.hasPrefix("WRONG_REGION_is_") }) {
      return note.contains(region.name)
    }
    return region.name.contains(wanted)
  }
}
