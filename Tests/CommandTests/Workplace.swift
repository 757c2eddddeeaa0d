import Foundation
import Testbed
import Testing

/// A folder with a pipeline.json and documents, in which the command runs; it goes with the test.
final class Workplace {
  struct Result {
    var exit: Int32
    var output: String
    var errors: String

    /// For a snapshot.
    var text: String {
      [
        output, errors.isEmpty ? "" : "--- standard error\n\(errors)", exit == 0 ? "" : "--- exit \(exit)\n",
      ].joined()
    }
  }

  private let folder: TemporaryFolder
  var path: String { folder.path }

  /// - Parameter samples: files of samples/ that are copied to docs/.
  init(
    samples: [String] = [],
    configuration: String? = #"{"sources": [{"files": ["docs/**/*.html", "docs/**/*.txt"]}]}"#
  ) throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("docs")
    if let configuration { try write(configuration, to: "pipeline.json") }
    for sample in samples {
      let name = sample.split(separator: "/").last.map(String.init) ?? sample
      let source = ProjectFolder.file("samples/\(sample)")
      try FileManager.default.copyItem(at: source, to: folder.url.appending(path: "docs/\(name)"))
    }
  }

  func write(_ text: String, to name: String) throws {
    try folder.write(text, to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try folder.write(bytes, to: name)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder.path(name))
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: folder.path(name), encoding: .utf8)
  }

  @discardableResult
  func gongbao(_ arguments: String..., input: String = "") throws -> Result {
    try Self.gongbao(arguments, in: path, input: input)
  }

  /// Holds the store like another run until the body ends.
  func whileHeld<Value>(_ body: () throws -> Value) throws -> Value {
    let lock = open(path + "/.gongbao/store.sqlite.lock", O_RDWR)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    return try body()
  }

  /// A run that waits for another one and is sent a signal: it is hit where it surely listens.
  ///
  /// - Returns: what it wrote to standard output with `--json`, and to standard error without.
  func stoppedRun(_ arguments: String..., by signal: Int32) throws -> (status: Int32, text: String) {
    try whileHeld {
      let process = try Self.process(["run", "--wait"] + arguments, in: path)
      let pipe = Pipe()
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      if arguments.contains("--json") { process.standardOutput = pipe } else { process.standardError = pipe }
      try process.run()
      var text = ""
      while !text.contains("waiting"), process.isRunning {
        text += String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
      }
      kill(process.processIdentifier, signal)
      text += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      return (process.terminationStatus, text)
    }
  }

  /// The command, not yet started.
  static func process(_ arguments: [String], in folder: String) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["TZ": "UTC", "PATH": "/usr/bin:/bin", "COLUMNS": "80"]
    return process
  }

  static func gongbao(_ arguments: [String], in folder: String, input: String = "") throws -> Result {
    try result(of: process(arguments, in: folder), input: input)
  }

  /// - Parameter whileRunning: what happens to it when it has started.
  static func result(of process: Process, input: String = "", whileRunning: () throws -> Void = {}) throws -> Result {
    // Files, not pipes: nothing can fill up and block.
    let scratch = try TemporaryFolder()
    let files = ["in", "out", "err"].map { scratch.url.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    try whileRunning()
    process.waitUntilExit()
    let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Result(exit: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// Built beside the tests.
  private static let program: URL? = {
    var folder = Bundle.main.bundleURL
    if folder.pathExtension == "xctest" { folder.deleteLastPathComponent() }
    let candidates = [
      folder, URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent(),
      ProjectFolder.file(".build/debug"),
    ]
    return candidates.map { $0.appending(path: "gongbao") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
  }()
}
