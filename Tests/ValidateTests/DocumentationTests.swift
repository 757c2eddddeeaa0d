import Documents
import Foundation
import Testbed
import Testing

@testable import Validate

@Suite("The rules are documented")
struct DocumentationTests {
  @Test("docs/VALIDATION.md lists every rule in order, with its severity")
  func rules() throws {
    let text = try ProjectFolder.text("docs/VALIDATION.md")
    let documented = text.split(separator: "\n").compactMap { line -> [String]? in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| "), cells.count == 3, cells[0] != "rule" else { return nil }
      return Array(cells.prefix(2))
    }
    let rules =
      Validator.documentRules.map { [$0.name, $0.severity.name] }
      + Validator.groupRules.map { [$0.name, $0.severity.name] }
    #expect(documented == rules)
  }
}
