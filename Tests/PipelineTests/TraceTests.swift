import Foundation
import GRDB
import Pipeline
import Testbed
import Testing

@Suite("Every figure leads back to its sentence and its bytes")
struct TraceTests {
  /// The folder that is read: samples/, or another one to try it on.
  private static let samples =
    ProcessInfo.processInfo.environment["TRACE_FOLDER"]
    ?? ProjectFolder.file("samples").path(percentEncoded: false)

  @Test("Of all samples, each observation's bytes say its words, and its value stands in them")
  func samples() async throws {
    let sandbox = try Sandbox()
    sandbox.configuration.sources = [.init(files: ["\(Self.samples)/**/*.html", "\(Self.samples)/**/*.txt"])]
    try await sandbox.run()
    let ids = try sandbox.texts("SELECT observation_id FROM observations ORDER BY document_uri, ordinal")
    #expect(ids.count > 500)
    let pipeline = sandbox.pipeline
    let inexact = try await withThrowingTaskGroup(of: [String].self) { group in
      for part in 0..<4 {
        group.addTask {
          try stride(from: part, to: ids.count, by: 4).compactMap { try Self.check(ids[$0], pipeline) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(inexact.isEmpty, "\(inexact.count) of \(ids.count): \(inexact.prefix(20).joined(separator: "\n"))")
  }

  /// - Returns: the observation where its bytes are not found.
  private static func check(_ id: String, _ pipeline: Pipeline) throws -> String? {
    let trace = try pipeline.trace(id, isParsed: false)
    let observation = trace.observation
    #expect(observation.id == id)
    #expect(trace.source.standing == .asRead)
    #expect(trace.page != nil)
    #expect(trace.normal != nil || observation.origin == "table")
    guard let figure = trace.source.figure, let line = trace.source.line, let passage = trace.source.passage else {
      return "\(trace.document.uri): \(observation.quote) in \(observation.sentence)"
    }
    #expect(line.start <= figure.start && figure.end <= line.end)
    let bytes = try Self.bytes(of: trace.source)
    let text = try #require(Self.decode(bytes, trace.source.charset ?? ""))
    #expect(text == passage.figure)
    #expect(Self.bare(text) == Self.bare(observation.quote) || trace.source.isInterrupted)
    if let normal = trace.normal {
      let digits = observation.value.drop { $0 == "-" }
      #expect(normal.text.contains(digits) || Self.isInWords(normal.text), "\(digits) in \(normal.text)")
    }
    return nil
  }

  private func one() async throws -> (sandbox: Sandbox, id: String) {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    try await sandbox.run()
    let ids = try sandbox.texts("SELECT observation_id FROM observations WHERE quote = '812.6亿元' ORDER BY document_uri")
    return (sandbox, try #require(ids.first))
  }

  @Test("Where the file has changed since, the bytes are not shown and that is said")
  func changed() async throws {
    let (sandbox, id) = try await one()
    let before = try sandbox.pipeline.trace(id)
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023, revenue: "51.8"), at: 1_700_000_100)
    let trace = try sandbox.pipeline.trace(id)
    #expect(trace.source.standing == .changed)
    #expect(trace.source.digest == before.source.digest)
    #expect(trace.source.digestNow != nil && trace.source.digestNow != trace.source.digest)
    #expect(trace.source.figure == nil && trace.source.passage == nil)
    #expect(trace.page == before.page && trace.normal == before.normal)
    #expect(trace.observation == before.observation)
  }

  @Test("White space that moved moves the bytes, and nothing else")
  func moved() async throws {
    let (sandbox, id) = try await one()
    let before = try sandbox.pipeline.trace(id)
    try sandbox.write("docs/a.txt", "\n\n\n" + workReport(city: "营口市", year: 2023), at: 1_700_000_100)
    let trace = try sandbox.pipeline.trace(id)
    #expect(trace.source.standing == .samePage)
    #expect(trace.source.figure?.start == before.source.figure.map { $0.start + 3 })
    try await sandbox.run()
    let after = try sandbox.pipeline.trace(id)
    #expect(after.source.standing == .asRead)
    #expect(after.source.figure == trace.source.figure)
  }

  @Test("A file that is gone, and a store that is gone, leave what the warehouse knows")
  func gone() async throws {
    let (sandbox, id) = try await one()
    let before = try sandbox.pipeline.trace(id)
    try sandbox.delete("docs/a.txt")
    let deleted = try sandbox.pipeline.trace(id)
    #expect(deleted.source.standing == .unreadable)
    #expect(deleted.source.problem != nil)
    #expect(deleted.page == before.page)
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    sandbox.remove(sandbox.configuration.storePath)
    let storeless = try sandbox.pipeline.trace(id)
    #expect(storeless.source.standing == .samePage)
    #expect(storeless.source.digest == nil)
    #expect(storeless.source.figure == before.source.figure)
    #expect(storeless.normal == before.normal)
  }

  @Test("A figure of a stale document leads to what it was read from")
  func stale() async throws {
    let (sandbox, id) = try await one()
    let before = try sandbox.pipeline.trace(id)
    try sandbox.write("docs/a.txt", "", at: 1_700_000_100)
    try await sandbox.run()
    let trace = try sandbox.pipeline.trace(id)
    #expect(trace.document.state == "stale")
    #expect(trace.source.standing == .changed)
    #expect(trace.source.digest == before.source.digest)
    #expect(trace.page == before.page && trace.normal == before.normal)
  }

  @Test("The beginning of an id is enough; others are told apart")
  func ids() async throws {
    let (sandbox, id) = try await one()
    #expect(try sandbox.pipeline.trace(String(id.prefix(10)).uppercased()).observation.id == id)
    for (asked, code) in [
      ("", PipelineError.Code.noSuchObservation), ("a'; DROP TABLE observation; --", .noSuchObservation),
      (id + "a", .noSuchObservation), ("22222222222222222222222222", .noSuchObservation),
    ] {
      #expect {
        try sandbox.pipeline.trace(asked)
      } throws: {
        ($0 as? PipelineError)?.code == code
      }
    }
    let all = try sandbox.texts("SELECT observation_id FROM observations")
    let heads = Dictionary(grouping: all) { $0.prefix(1) }
    let shared = try #require(heads.first { $0.value.count > 1 }?.key)
    #expect {
      try sandbox.pipeline.trace(String(shared))
    } throws: {
      ($0 as? PipelineError)?.code == .ambiguousObservation
    }
  }

  private static func bytes(of source: FigureTrace.Source) throws -> Data {
    let all = try Data(contentsOf: URL(filePath: source.path))
    let figure = try #require(source.figure)
    return all[figure.start..<figure.end]
  }

  private static func decode(_ bytes: Data, _ charset: String) -> String? {
    guard charset != "UTF-8" else { return String(decoding: bytes, as: UTF8.self) }
    // GB18030, as Core Foundation numbers it.
    return String(data: bytes, encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  /// Without markup and white space.
  private static func bare(_ text: String) -> String {
    text.replacing(#/<[^>]*>/#, with: "").replacing("&nbsp;", with: "").filter { !$0.isWhitespace }
  }

  /// A number in words (首位, 百分之六, 翻一番) stands there in other signs.
  private static func isInWords(_ text: String) -> Bool {
    text.contains { "零首一二三四五六七八九十百千万亿两半倍成番".contains($0) }
  }
}

extension Sandbox {
  func texts(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: configuration.warehousePath).read { try String.fetchAll($0, sql: sql) }
  }
}
