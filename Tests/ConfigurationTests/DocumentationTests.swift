import Foundation
import Testbed
import Testing

@testable import Pipeline

@Suite("docs/CONFIGURATION.md")
struct DocumentationTests {
  @Test("Every key that the reader knows has its line, and no other has one")
  func keys() throws {
    let configuration = try Configuration.read(Array(#"{"sources": [{"files": ["a"]}]}"#.utf8), root: "/a")
    let known = Set(configuration.fields.map(\.path))
    let documented = try ProjectFolder.text("docs/CONFIGURATION.md").split(separator: "\n").compactMap {
      line -> String? in
      guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
      return String(line.dropFirst(3)[..<end])
    }
    #expect(Set(documented) == known)
  }
}
