import Foundation
import Testing

@testable import Pipeline

@Suite("Every document's output as files")
struct ShowAllTests {
  private static let nasty = [
    "", ".", "..", "...", "/", "a", "A", "a.clean.txt", "a.txt", "%2E%2E", "%", "~", "a\nb", "a\u{0}b", "a\tb",
    "\u{202E}txt.a",
    " ", "-rf", ".hidden", "con", "a:b", "C:\\x", "政府工作报告", "e\u{301}", "\u{E9}", String(repeating: "长", count: 100),
    String(repeating: "x", count: 300), "*", "?", "\"", "<b>", "|",
  ]

  private static func isSafe(_ path: String) -> Bool {
    !path.hasPrefix("/") && path.utf8.count <= 1800
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part != "." && part != ".." && !part.hasPrefix(".") && part.utf8.count <= 255
          && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\u{202E}" && $0 != "\\" }
      }
  }

  @Test("Names of hostile URIs stay in the folder, and no two documents share one")
  func names() {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var uris = Set(Self.nasty.map { Array($0.utf8) })
    for _ in 0..<5_000 {
      let parts = (0...random(5)).map { _ in Self.nasty[random(Self.nasty.count)] }
      uris.insert(Array(parts.joined(separator: "/").utf8))
    }
    uris.insert(Array(Array(repeating: "deep", count: 900).joined(separator: "/").utf8))
    var files: [[UInt8]: String] = [:]
    var folders: Set<[UInt8]> = []
    for uri in uris {
      let name = String(decoding: uri, as: UTF8.self)
      let path = DocumentFileName.path(of: name, suffix: ".clean.txt")
      #expect(Self.isSafe(path), "\(path.debugDescription) of \(name.debugDescription), seed \(seed)")
      #expect(files.updateValue(name, forKey: Array(path.utf8)) == nil, "\(path.debugDescription), seed \(seed)")
      let parts = path.split(separator: "/")
      for count in 1..<max(2, parts.count) where count < parts.count {
        folders.insert(Array(parts[..<count].joined(separator: "/").utf8))
      }
    }
    #expect(folders.isDisjoint(with: files.keys), "seed \(seed)")
  }

  @Test("Plain names stay as they are")
  func plain() {
    #expect(DocumentFileName.path(of: "docs/芜湖市 2025年.txt", suffix: ".clean.txt") == "docs/芜湖市 2025年.txt.clean.txt")
    #expect(DocumentFileName.path(of: "../../etc/passwd", suffix: ".load.txt") == "%2E./%2E./etc/passwd.load.txt")
    #expect(DocumentFileName.path(of: "/data/a.html", suffix: ".load.txt") == "%2F/data/a.html.load.txt")
  }

  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    try sandbox.write("docs/empty.txt", "")
    try await sandbox.run()
    return sandbox
  }

  private func show(_ sandbox: Sandbox, _ stage: StageName = .extract, to folder: String = "out") throws -> ShownFolder
  {
    try sandbox.pipeline.showAll(stage, to: sandbox.path(folder), suffix: ".\(stage.rawValue).json") { shown in
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(shown.json), as: UTF8.self)
    }
  }

  private func files(_ sandbox: Sandbox) throws -> [String: Data] {
    try sandbox.files().filter { $0.key.hasPrefix("out/") }
  }

  @Test("A file a document; done again only what changed is written, and what is no more goes")
  func again() async throws {
    let sandbox = try await sandbox()
    let first = try show(sandbox)
    #expect((first.written, first.same, first.removed, first.nothing) == (2, 0, 0, 1))
    #expect(first.withNothing.first?.uri == "docs/empty.txt")
    let names = Set(try files(sandbox).keys)
    #expect(names == ["out/docs/a.txt.extract.json", "out/docs/b.txt.extract.json", "out/index.extract.json.tsv"])
    let again = try show(sandbox)
    #expect((again.written, again.same) == (0, 2))
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023, revenue: "1.5"), at: 1_700_000_100)
    try sandbox.rename("docs/b.txt", "docs/c.txt")
    try await sandbox.run()
    let third = try show(sandbox)
    #expect((third.written, third.same, third.removed) == (2, 0, 1))
    // A document that fails now leaves the folder too.
    try sandbox.write("docs/c.txt", "", at: 1_700_000_200)
    try await sandbox.run { $0.allowDeletions = true }
    #expect(try show(sandbox).removed == 1)
    #expect(Set(try files(sandbox).keys) == ["out/docs/a.txt.extract.json", "out/index.extract.json.tsv"])
  }

  @Test("What the store does not keep is made again")
  func collected() async throws {
    let sandbox = try await sandbox()
    for stage in StageName.allCases { _ = try show(sandbox, stage) }
    let before = try files(sandbox)
    let id = try #require(try sandbox.texts("SELECT observation_id FROM observations ORDER BY 1 LIMIT 1").first)
    let trace = try sandbox.pipeline.trace(id)
    var options = CollectOptions()
    options.maximumSize = ByteCount(bytes: 0)
    _ = try await sandbox.pipeline.collect(options)
    for stage in StageName.allCases {
      let again = try show(sandbox, stage)
      #expect((again.written, again.removed) == (0, 0), "\(stage)")
    }
    #expect(try files(sandbox) == before)
    let after = try sandbox.pipeline.trace(id)
    #expect(after.source.figure == trace.source.figure && after.source.figure != nil)
    #expect(after.normal == trace.normal)
  }

  @Test("What a kill left is written over, and a half of a file is never seen")
  func leftovers() async throws {
    let sandbox = try await sandbox()
    let whole = try {
      _ = try show(sandbox)
      return try files(sandbox)
    }()
    try sandbox.write("out/.gongbao.new", "half")
    try sandbox.write("out/.gongbao-index.new", "half")
    try sandbox.write("out/docs/a.txt.extract.json", "{}")
    try sandbox.write("out/docs/notes.txt", "mine")
    #expect(try show(sandbox).written == 1)
    var after = try files(sandbox)
    #expect(after.removeValue(forKey: "out/docs/notes.txt") == Data("mine".utf8))
    #expect(after == whole)
  }

  @Test("A list that somebody wrote removes nothing outside of the folder")
  func hostileIndex() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("secret.extract.json", "keep")
    let lines = ["document\tfile", "../secret\t../secret.extract.json", "..\t..", "zzz\t../../x"]
    try sandbox.write("out/index.extract.json.tsv", lines.joined(separator: "\n") + "\n")
    #expect(try show(sandbox).removed == 0)
    #expect(try String(contentsOfFile: sandbox.path("secret.extract.json"), encoding: .utf8) == "keep")
  }

  @Test("What is in the way is told")
  func inTheWay() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("file", "")
    try sandbox.write("out/docs", "")
    for (folder, cause) in [
      ("file", "a file is in the place"), ("file/x", "a file is in the place"), ("out", "a file"),
    ] {
      #expect {
        try show(sandbox, to: folder)
      } throws: { error in
        (error as? PipelineError)?.code == .outputFolder && (error as? PipelineError)?.cause.hasPrefix(cause) == true
      }
    }
    try sandbox.delete("out/docs")
    try sandbox.write("out/docs/a.txt.extract.json/x", "")
    #expect {
      try show(sandbox)
    } throws: {
      ($0 as? PipelineError)?.cause == "a folder is in the place of a file"
    }
    let lock = open(sandbox.path("out"), O_RDONLY | O_DIRECTORY)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    #expect {
      try show(sandbox)
    } throws: {
      ($0 as? PipelineError)?.cause == "another gongbao writes to it"
    }
  }

  @Test("Every stage has files", arguments: StageName.allCases)
  func stages(stage: StageName) async throws {
    let sandbox = try await sandbox()
    #expect(try show(sandbox, stage).written == (stage == .fetch || stage == .load ? 3 : 2))
  }
}
