import Clean
import Documents
import Foundation
import Testbed
import Testing

@Suite("The shared corpus")
struct CorpusTests {
  @Test(
    "Every document is cleaned, or fails with a reason; the same bytes give the same page",
    .enabled(if: ProjectFolder.hasShared("corpus"), "there is no \(ProjectFolder.shared("corpus").path)")
  )
  func all() throws {
    let corpus = ProjectFolder.shared("corpus")
    let files = try #require(FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where ["html", "txt"].contains(file.pathExtension) {
      guard let data = FileManager.default.contents(atPath: file.path) else { continue }
      let document = SourceDocument(bytes: [UInt8](data), mediaType: file.pathExtension == "txt" ? .plainText : .html)
      do {
        let output = try Cleaner().clean(document)
        count += 1
        let page = output.page
        #expect(page.blocks.allSatisfy { !page.text.bytes[$0.range].contains(0x0A) }, "\(file.lastPathComponent)")
        #expect(page.tables.allSatisfy { $0.rows.upperBound <= page.blocks.count })
        #expect(
          output.map.segments.allSatisfy { $0.source.upperBound <= data.count && $0.textOffset <= page.text.count }
        )
        if count % 8 == 0 { #expect(try Page(artifactBytes: page.artifactBytes()) == page) }
      } catch let failure as DocumentFailure {
        #expect(failure.code == .empty, "\(file.lastPathComponent): \(failure)")
      }
    }
    #expect(count > 100)
  }
}
