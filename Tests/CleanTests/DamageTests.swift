import Clean
import CleanFuzz
import Documents
import Foundation
import Testbed
import Testing

@Suite("Damaged pages")
struct DamageTests {
  /// The samples beside the package, and a page of the tests.
  private static let pages: [[UInt8]] = {
    let samples = ProjectFolder.file("samples")
    let names = FileManager.default.enumerator(atPath: samples.path)?.compactMap { $0 as? String }.sorted() ?? []
    let read = names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }
      .compactMap { FileManager.default.contents(atPath: samples.appendingPathComponent($0).path).map { [UInt8]($0) } }
    return [Array(page().utf8)] + read.filter { $0.count <= 60_000 }
  }()

  @Test(
    "Random damage never crashes, and what comes out is a page; make fuzz does the same at length",
    arguments: [PageCheckKind.html, .plainText]
  )
  func damage(kind: PageCheckKind) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutator = Mutator(seed: seed, pages: Self.pages)
    for round in 0..<150 {
      let bytes = mutator.page()
      do {
        let output = try Cleaner().clean(SourceDocument(bytes: bytes, mediaType: kind == .html ? .html : .plainText))
        let problem = PageCheck.problem(of: output, sourceCount: bytes.count)
        #expect(problem == nil, "seed \(seed), round \(round)")
      } catch {
        // A document's own fault, by its type.
        #expect(!error.found.isEmpty, "seed \(seed), round \(round)")
      }
    }
  }

  enum PageCheckKind: CaseIterable { case html, plainText }

  @Test("The same seed gives the same damage")
  func seeded() {
    var first = Mutator(seed: 7, pages: Self.pages)
    var second = Mutator(seed: 7, pages: Self.pages)
    for _ in 0..<20 { #expect(first.page() == second.page()) }
  }
}
