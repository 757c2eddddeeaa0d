import Clean
import Documents
import Extract
import Foundation
import Normalize
import Testbed
import Testing

/// A document of `samples/` with its gold.
struct Sample: CustomTestStringConvertible {
  /// File name without its extension: the gold's name as well.
  let name: String
  let file: URL
  let gold: URL

  var testDescription: String { name }

  static let folder = ProjectFolder.file("Tests/SampleTests")

  /// Every document below `samples/`, by name. One without a gold is a gap that a test reports.
  static func all() throws -> [Sample] {
    let root = ProjectFolder.file("samples")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return paths.filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }.sorted().map { path in
      let file = root.appending(path: path)
      let name = file.deletingPathExtension().lastPathComponent
      return Sample(name: name, file: file, gold: folder.appending(path: "Gold/\(name).jsonl"))
    }
  }

  /// The document through clean, normalize and extract.
  func read() throws -> (page: Page, report: Report) {
    let bytes = [UInt8](try Data(contentsOf: file))
    let type: SourceDocument.MediaType = file.pathExtension == "html" ? .html : .plainText
    let page = try Cleaner().clean(SourceDocument(bytes: bytes, mediaType: type)).page
    let text = Normalizer().normalize(page)
    let output = Extractor().extract(page: page, text: text, hints: SourceHints(name: name))
    return (page, output.report)
  }
}
