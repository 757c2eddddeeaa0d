import Clean
import Extract
import Foundation
import Lexicon
import Normalize
import Testbed
import Testing
import Validate

@testable import Pipeline

@Suite("Folders of the key lexicon")
struct LexiconKeyTests {
  private func read(_ files: [String: String], folder: String = "own") throws -> Configuration {
    let root = try TemporaryFolder()
    try root.makeFolder("own")
    for (name, text) in files { try root.write(text, to: "own/" + name) }
    let text = #"{"sources": [{"files": ["a"]}], "lexicon": ["\#(folder)"]}"#
    return try Configuration.read(Array(text.utf8), root: root.path)
  }

  private static let header = "name\tkind\tpower\tchinese\tseen\n"

  @Test("Its files stand in the parameters of the stages that read them")
  func read() throws {
    let configuration = try read([
      "units.tsv": Self.header + "甑\tcount\t\tyes\town\n",
      "furniture.tsv": "match\twords\tlimit\tplace\tcuts\tseen\nword\t扫描左侧图案\t20\tany\tno\town\n",
      "heading-words.tsv": "words\trole\tseen\n账本\ttop\town\n",
      "regions.tsv": "code\tname\tlevel\tfirst_year\tlast_year\n210899\t红苇新区\tcounty\t2024\t\n",
    ])
    #expect(configuration.clean.overlays.map(\.name) == ["furniture.tsv"])
    #expect(configuration.normalize.overlays.map(\.name) == ["heading-words.tsv"])
    #expect(configuration.extract.overlays.map(\.name) == ["regions.tsv", "units.tsv"])
    #expect(configuration.validate.overlays.map(\.name) == ["regions.tsv"])
  }

  @Test("Each file of the lexicon may lie in it", arguments: LexiconUse.overlaid)
  func all(name: String) throws {
    let text = try ProjectFolder.text("Sources/Lexicon/Data/\(name)")
    let header = try #require(text.split(separator: "\n").first { !$0.hasPrefix("#") })
    #expect(try read([name: header + "\n"]).overlays.map(\.name) == [name])
    #expect(throws: ConfigurationError.self) { try read([name: header + "\tmore\n"]) }
  }

  @Test("A faulty row is an error of the configuration that names file and line")
  func fault() {
    let error = #expect(throws: ConfigurationError.self) {
      try read(["units.tsv": Self.header + "甑\tpot\t\tyes\town\n"])
    }
    #expect(error.map { "\($0.problems)" }?.contains("own/units.tsv:2") == true)
  }

  @Test("A file that lays nothing over anything, and a folder that is none, are errors")
  func unknown() {
    #expect(throws: ConfigurationError.self) { try read(["words.tsv": "a\n"]) }
    #expect(throws: ConfigurationError.self) { try read([:], folder: "none") }
  }
}
