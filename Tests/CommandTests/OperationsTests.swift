import Foundation
import Pipeline
import Testbed
import Testing

@testable import gongbao

@Suite("docs/OPERATIONS.md")
struct OperationsTests {
  /// The cells of the table under a heading, without its head.
  private static func rows(under heading: String) throws -> [[String]] {
    let file = ProjectFolder.file("docs/OPERATIONS.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") })
    let lines = section.split(separator: "\n").filter { $0.hasPrefix("| ") }
    return lines.dropFirst().map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// A message with "…" for what differs from case to case.
  private static func fits(_ message: String, _ text: String) -> Bool {
    var rest = text[...]
    for part in message.components(separatedBy: "…") where !part.isEmpty {
      guard let found = rest.range(of: part.trimmingCharacters(in: .whitespaces)) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  @Test("Its exit codes are those that the command has")
  func codes() throws {
    let codes = try Self.rows(under: "How a command ends").map { Int32($0[0]) }
    #expect(codes == ExitStatus.allCases.map(\.rawValue))
  }

  @Test("Each way in which a command ends has its message, code and way out, and no message is of the past")
  func messages() throws {
    let rows = try Self.rows(under: "What it may say").map { row in
      (message: row[0].trimmingCharacters(in: ["`"]), code: Int32(row[1]), way: row[2])
    }
    var spoken = PipelineError.Code.allCases.map { code in
      var error = PipelineError(code, place: "docs/a.html", cause: "this")
      if code == .upgradeHeld { error.sample = UpgradeTests.sample }
      return (text: Wording.of(error), status: error.exitStatus)
    }
    let holder = LockHolder(process: 4711, since: nil, file: "/data/.gongbao/lock")
    spoken.append((Wording.of(PipelineError(.lockHeld, place: "a", holder: holder)), .temporaryFailure))
    spoken += Self.endings.map { (RunReport(summary: $0).warnings.joined(separator: "\n"), $0.exitCode(strict: false)) }
    for (text, status) in spoken {
      #expect(rows.contains { $0.code == status.rawValue && Self.fits($0.message, text) }, "\(status): \(text)")
    }
    for row in rows {
      #expect(spoken.contains { $0.status.rawValue == row.code && Self.fits(row.message, $0.text) }, "\(row)")
      #expect(!row.way.isEmpty)
    }
  }

  /// Runs that reached their end and are not well.
  private static let endings: [RunSummary] = {
    func summary(_ set: (inout RunSummary) -> Void) -> RunSummary {
      var summary = RunSummary()
      set(&summary)
      return summary
    }
    func problem(_ stage: StageName, _ state: DocumentState, isTransient: Bool) -> DocumentProblem {
      DocumentProblem(uri: "a.html", stage: stage, state: state, reason: "so", isTransient: isTransient)
    }
    return [
      summary { $0.stopped = .init(cause: .asked, left: 3) },
      summary { $0.stopped = .init(cause: .deadline, left: 0) },
      summary { $0.withheld = [WithheldDeletions(source: "files", vanished: 12, of: 34)] },
      summary { $0.missing = [MissingSource(source: "files", pattern: "no/*.html")] },
      summary { $0.notes = [SourceNote(source: "a", place: "b", note: "cannot be listed: so", isMissing: true)] },
      summary { $0.newlyFailed = [problem(.clean, .quarantined, isTransient: false)] },
      summary { $0.newlyFailed = [problem(.fetch, .stale, isTransient: true)] },
    ]
  }()
}
