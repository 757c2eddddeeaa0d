import Foundation
import Testbed
import Testing

/// What the build takes fingerprints of, edited: which of them are others then.
@Suite struct RealSourcesTests {
  /// The parts of the package that each stage is made of, itself first.
  private static let parts = [
    "clean": ["Clean", "Documents", "Lexicon"],
    "normalize": ["Normalize", "Documents", "Lexicon"],
    "extract": ["Extract", "Normalize", "Documents", "Lexicon"],
  ]

  struct Edit: Sendable, CustomTestStringConvertible {
    var folder: String
    var text: String
    var changed: Set<String>

    var testDescription: String { "\(folder): \(text)" }
  }

  @Test(arguments: [
    Edit(folder: "Extract", text: "// why\n/// what\n\n", changed: []),
    Edit(folder: "Clean", text: "  /* one /* in */ another */  \n\n", changed: []),
    Edit(folder: "Clean", text: "private let new = 1\n", changed: ["clean"]),
    Edit(folder: "Extract", text: "private let new = 1\n", changed: ["extract"]),
    Edit(folder: "Normalize", text: "private let new = 1\n", changed: ["normalize", "extract"]),
    Edit(folder: "Documents", text: "private let new = 1\n", changed: ["clean", "normalize", "extract"]),
  ])
  func `An edit of each file of a target changes the fingerprints of those that are made of it`(edit: Edit) throws {
    let copy = try Copy()
    let before = try copy.fingerprints(Self.parts)
    #expect(Set(before.keys) == Set(Self.parts.keys))
    #expect(Set(before.values).count == before.count)
    for file in try copy.sources(["Sources/" + edit.folder]) {
      let text = try String(contentsOf: file, encoding: .utf8)
      try (edit.text + text).write(to: file, atomically: true, encoding: .utf8)
    }
    let after = try copy.fingerprints(Self.parts)
    #expect(Set(before.keys.filter { before[$0] != after[$0] }) == edit.changed)
  }

  @Test func `A row more in a file of rules changes that file's digest, and no fingerprint`() throws {
    let copy = try Copy()
    let (code, rules) = (try copy.fingerprints(Self.parts), try copy.ruleDigests())
    let file = copy.root.appending(path: "Sources/Lexicon/Data/cues.tsv")
    try (String(contentsOf: file, encoding: .utf8) + "new\trow\n").write(to: file, atomically: true, encoding: .utf8)
    let after = try copy.ruleDigests()
    #expect(rules.count > 10)
    #expect(rules.keys.filter { rules[$0] != after[$0] } == ["cues.tsv"])
    #expect(try copy.fingerprints(Self.parts) == code)
  }

  @Test func `The same sources elsewhere have the same fingerprints`() throws {
    #expect(try Copy().fingerprints(Self.parts) == (try Copy().fingerprints(Self.parts)))
  }
}

/// The package's sources in a folder of their own, gone after the test.
private final class Copy {
  private let folder: TemporaryFolder
  var root: URL { folder.url }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: ProjectFolder.file("Sources"), to: root.appending(path: "Sources"))
  }

  /// Swift and C below the folders, in order.
  func sources(_ folders: [String], _ kinds: Set<String> = ["swift", "c", "h"]) throws -> [URL] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .map { root.appending(path: folder).appending(path: $0) }
    }
    .filter { kinds.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }

  /// As the build makes them.
  func fingerprints(_ parts: [String: [String]]) throws -> [String: String] {
    var arguments = [root.path + "/"]
    for (stage, parts) in parts {
      arguments += ["--stage", stage, "GRDB 7", "--"] + (try sources(parts.map { "Sources/" + $0 })).map(\.path)
    }
    return try values(in: made(by: "CodeFingerprinter", arguments), key: "static let ", value: " = \"")
  }

  func ruleDigests() throws -> [String: String] {
    let files = try sources(["Sources/Lexicon/Data"], ["tsv"]).map(\.path)
    let text = try made(by: "LexiconEmbedder", files).replacing("\",\n    digest", with: " digest")
    return try values(in: text, key: "name: \"", value: " digest: \"")
  }

  private func values(in text: String, key: String, value: String) throws -> [String: String] {
    var values: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let start = line.range(of: key), let middle = line.range(of: value) else { continue }
      values[String(line[start.upperBound..<middle.lowerBound])] = String(line[middle.upperBound...].prefix(64))
    }
    return values
  }

  private func made(by tool: String, _ arguments: [String]) throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let output = root.appending(path: "\(UUID().uuidString).swift")
    let process = Process()
    process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: tool)
    process.arguments = [output.path] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try String(contentsOf: output, encoding: .utf8)
  }
}
