import Clean
import Documents
import Foundation
import Testing

/// Where the shared corpus lies; it is not part of the project.
private let corpus: URL? = {
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let shared =
    ProcessInfo.processInfo.environment["SHARED"].map { URL(fileURLWithPath: $0, relativeTo: package) }
    ?? package.deletingLastPathComponent().appendingPathComponent("shared")
  let corpus = shared.appendingPathComponent("corpus")
  return FileManager.default.fileExists(atPath: corpus.path) ? corpus : nil
}()

@Suite("The shared corpus")
struct CorpusTests {
  @Test(
    "Every document is cleaned, or fails with a reason; the same bytes give the same page",
    .enabled(if: corpus != nil, "there is no corpus beside the package; set SHARED to the folder that holds it")
  )
  func all() throws {
    let corpus = try #require(corpus)
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
