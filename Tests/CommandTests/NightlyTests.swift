import Foundation
import Testbed
import Testing

@Suite("scripts/nightly")
struct NightlyTests {
  private static let samples = ["wuhu/wuhu_2023_statistical_bulletin.html"]
  private static let sources = #"{"sources": [{"files": ["docs/**/*.html"]}]"#

  /// The script beside a program and a configuration, with what it calls on its path and no swift.
  private func process(_ workplace: Workplace, tools: [String: String] = [:], _ options: String...) throws -> Process {
    let bin = workplace.path + "/bin"
    if !FileManager.default.fileExists(atPath: bin) {
      try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
      for tool in ["sh", "dirname", "mkdir", "date", "tee"] {
        let found = ["/usr/bin/", "/bin/"].map { $0 + tool }.first { FileManager.default.isExecutableFile(atPath: $0) }
        try FileManager.default.createSymbolicLink(atPath: "\(bin)/\(tool)", withDestinationPath: #require(found))
      }
      for (name, text) in tools {
        try workplace.write(text, to: "bin/\(name)")
        chmod("\(bin)/\(name)", 0o755)
      }
    }
    let process = try Workplace.process([], in: workplace.path)
    let program = try #require(process.executableURL).path(percentEncoded: false)
    process.executableURL = ProjectFolder.file("scripts/nightly")
    process.arguments = [program, "pipeline.json"] + options
    process.environment = ["PATH": bin, "TZ": "UTC"]
    return process
  }

  private func expect(
    _ exit: Int32,
    _ workplace: Workplace,
    says words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Workplace.result(of: process(workplace))
    #expect(result.exit == exit, sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    #expect(result.errors.isEmpty == words.isEmpty, "\(result.errors)", sourceLocation: sourceLocation)
    for word in words { #expect(result.errors.contains(word), "\(word)", sourceLocation: sourceLocation) }
    let log = try workplace.text(of: ".gongbao/nightly.log").split(separator: "\n")
    #expect(log.last?.contains("; exit \(exit); ") == true, sourceLocation: sourceLocation)
    let metrics = try workplace.text(of: ".gongbao/metrics.prom")
    #expect(metrics.contains("gongbao_last_run_exit_code \(exit)\n"), sourceLocation: sourceLocation)
    #expect(metrics.contains("gongbao_last_success_timestamp_seconds "), sourceLocation: sourceLocation)
    let summary = try JSONSerialization.jsonObject(with: Data(workplace.text(of: ".gongbao/last-run.json").utf8))
    #expect((summary as? [String: Any])?["exitCode"] as? Int32 == exit, sourceLocation: sourceLocation)
  }

  @Test("A document that fails is told once, and the nights after are silent")
  func failing() throws {
    let workplace = try Workplace(samples: Self.samples, configuration: Self.sources + "}")
    try expect(0, workplace, says: [])
    try workplace.write("", to: "docs/empty.html")
    try expect(65, workplace, says: ["docs/empty.html: clean: "])
    try expect(0, workplace, says: [])
  }

  @Test("An upgrade that is held is told each night, until it is accepted")
  func held() throws {
    let limit = #", "upgrade": {"maximumChangedShare": 0}"#
    let workplace = try Workplace(samples: Self.samples, configuration: Self.sources + limit + "}")
    try expect(0, workplace, says: [])
    try workplace.write(Self.sources + limit + #", "extract": {"tables": false}}"#, to: "pipeline.json")
    for _ in 1...2 { try expect(74, workplace, says: ["gongbao plan --sample 200", "gongbao run --accept"]) }
    let accepted = try Workplace.result(of: process(workplace, "--accept"))
    #expect(accepted.text == "")
    try expect(0, workplace, says: [])
  }

  @Test("A signal to the script stops the run, which says so and leaves its records")
  func stopped() throws {
    let workplace = try Workplace(samples: Self.samples, configuration: Self.sources + "}")
    try expect(0, workplace, says: [])
    let result = try workplace.whileHeld {
      // Another run is going on: a night that does not wait ends at once.
      try expect(75, workplace, says: ["another run"])
      let process = try process(workplace, "--wait")
      return try Workplace.result(of: process) {
        // The script has become the program, and the program listens.
        while process.isRunning, !Self.listens(process.processIdentifier) { sched_yield() }
        kill(process.processIdentifier, SIGTERM)
      }
    }
    #expect(result.exit == 75)
    #expect(result.errors.contains("gongbao: stopped"))
    let log = try workplace.text(of: ".gongbao/nightly.log").split(separator: "\n")
    #expect(log.last?.contains("; exit 75; stopped") == true)
    try expect(0, workplace, says: [])
  }

  private static func listens(_ process: Int32) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return false }
    func value(_ name: String) -> Substring {
      let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":\t") }
      return line?.dropFirst(name.count + 2) ?? ""
    }
    return value("Name") == "gongbao" && (UInt64(value("SigCgt"), radix: 16) ?? 0) & 1 << (SIGTERM - 1) != 0
  }

  @Test("A program that does not build is no run: told, logged, and what the last run left stays")
  func doesNotBuild() throws {
    let workplace = try Workplace(samples: Self.samples, configuration: Self.sources + "}")
    let fails = "#!/bin/sh\necho broken\nexit 2\n"
    let result = try Workplace.result(of: process(workplace, tools: ["swift": fails, "make": fails]))
    #expect(result.exit == 1)
    #expect(result.errors.contains("not run: the program does not build, see "))
    #expect(try workplace.text(of: ".gongbao/nightly.log").contains("not run: the program does not build"))
    #expect(try workplace.text(of: ".gongbao/build.log") == "broken\n")
    #expect(!FileManager.default.fileExists(atPath: workplace.path + "/.gongbao/metrics.prom"))
  }
}
