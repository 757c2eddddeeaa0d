import Extract
import Foundation
import Testbed
import Testing

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

  @Test("Its files stand in the parameters of extract")
  func read() throws {
    let configuration = try read(["units.tsv": Self.header + "甑\tcount\t\tyes\town\n"])
    #expect(configuration.extract.overlays.count == 1)
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
