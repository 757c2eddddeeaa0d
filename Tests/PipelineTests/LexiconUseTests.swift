import Foundation
import Testbed
import Testing

@testable import Pipeline

@Suite struct LexiconUseTests {
  @Test func `Every file of the lexicon stands in the keys of a stage`() throws {
    let folder = ProjectFolder.file("Sources/Lexicon/Data")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }
    let used = Set(StageName.allCases.flatMap { LexiconUse.digests(of: $0).map(\.name) })
    #expect(used == Set(files), "\(used.symmetricDifference(files))")
  }

  /// Whose words each type of Lexicon holds, as sources name it.
  private static let types: [(word: String, files: [String])] = [
    ("lexicon.units", ["units.tsv"]), ("lexicon.cues", ["cues.tsv"]), ("lexicon.indicators", ["indicators.tsv"]),
    ("lexicon.regions", ["regions.tsv", "region-aliases.tsv"]), ("lexicon.kinds", ["report-types.tsv"]),
    ("lexicon.words", ["word-classes.tsv"]), ("lexicon.sections", ["section-words.tsv"]),
    ("lexicon.tables", ["table-words.tsv"]),
    ("HeadingWords", ["heading-words.tsv"]), ("Units.builtIn", ["units.tsv"]), ("Cues.builtIn", ["cues.tsv"]),
    ("Indicators.builtIn", ["indicators.tsv"]), ("Regions.builtIn", ["regions.tsv", "region-aliases.tsv"]),
    ("lexicon.siblings", ["regions.tsv"]), ("lexicon.plausible", ["plausible.tsv"]),
    ("lexicon.parts", ["parts.tsv"]), ("lexicon.growth", ["growth-basis.tsv"]), ("PageLabels", ["page-labels.tsv"]),
    ("PagePartNames", ["page-parts.tsv"]), ("FurnitureRules", ["furniture.tsv"]),
  ]

  @Test(
    arguments: [
      (StageName.clean, "Clean"), (.normalize, "Normalize"), (.extract, "Extract"), (.validate, "Validate/Rules"),
      (.regions, "Validate/GroupRules"),
    ]
  )
  func `A stage's keys hold the files that its sources read, and no others`(stage: StageName, folder: String) throws {
    let sources = ProjectFolder.file("Sources/\(folder)")
    var words = ""
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    )
    where file.pathExtension == "swift" {
      words += try String(contentsOf: file, encoding: .utf8)
    }
    let read = Set(Self.types.filter { words.contains($0.word) }.flatMap(\.files))
    #expect(read == Set(LexiconUse.digests(of: stage).map(\.name)))
  }
}
