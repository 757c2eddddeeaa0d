import Foundation
import Testing

@testable import Pipeline

@Suite struct LexiconUseTests {
  @Test func `Every file of the lexicon stands in the keys of a stage`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/Lexicon/Data"
    )
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }
    #expect(LexiconUse.all.isSuperset(of: files), "\(Set(files).subtracting(LexiconUse.all))")
  }
}
