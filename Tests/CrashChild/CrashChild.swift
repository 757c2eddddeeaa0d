import CSQLite
import CountingVFS
import Foundation
import Incremental
import Pipeline

/// One run in a process of its own, for the tests that end it or spoil its disk:
///
///     CrashChild FOLDER EVENT CHANGE SEED [reader] [pause] [poor]
///
/// Writes a dot for each stage that ran, and at its end how many changes and reads of files there were. Its exit code is
/// that of the command; of an error all that is known of it and its code's name are the last lines. With `reader`
/// somebody keeps the warehouse open in a transaction meanwhile; with `pause` its stages wait for the end of standard
/// input; with `poor` it is nobody, who may write only what is his.
@main
struct CrashChild {
  /// Documents in a batch, and at a time with a worker.
  static let (batch, chunk, jobs) = (2, 1, 2)

  private static let nobody: UInt32 = 65_534

  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count > 4, let event = events[arguments[2]], let change = Int(arguments[3]),
      let seed = UInt64(arguments[4])
    else { exit(ExitStatus.usage.rawValue) }
    if arguments.contains("poor"), setgroups(0, nil) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0 {
      exit(ExitStatus.software.rawValue)
    }
    counting_vfs_register(event, change, seed)
    let configuration = Configuration(root: arguments[1], sources: [.init(files: ["docs/**/*.txt"])])
    if arguments.contains("reader") { read(configuration.warehousePath) }
    var options = RunOptions()
    options.jobs = jobs
    do {
      let summary = try await Pipeline(configuration: configuration, surroundings: surroundings).run(options)
      if event == counting_vfs_power_loss { counting_vfs_end() }
      say("\n\(counting_vfs_changes()) \(counting_vfs_reads())\n")
      exit(summary.exitCode(strict: false).rawValue)
    } catch {
      // Dots are stages.
      let words = "\(error)".map { $0 == "." || $0.isNewline ? " " : String($0) }.joined()
      say("\n\(words)\n\(error.code)\n")
      exit(error.exitStatus.rawValue)
    }
  }

  private static let events = [
    "nothing": counting_vfs_nothing, "kill": counting_vfs_kill, "power": counting_vfs_power_loss,
    "full": counting_vfs_disk_full, "write": counting_vfs_bad_write, "sync": counting_vfs_bad_sync,
    "read": counting_vfs_bad_read,
  ]

  private static let isPaused = CommandLine.arguments.contains("pause")

  private static let surroundings = Surroundings(
    stage: { stage in
      StageDefinition(version: stage.version, inputs: stage.inputs, outputs: stage.outputs) { arguments in
        say(".")
        if isPaused { while readLine() != nil {} }
        return try stage.body(arguments)
      }
    },
    options: { options in
      options.batchSize.items = batch
      options.chunkSize.items = chunk
    }
  )

  /// At once, so that it is known when the process ends.
  private static func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }

  private static func read(_ path: String) {
    var reader: OpaquePointer?
    sqlite3_open_v2(path, &reader, SQLITE_OPEN_READONLY, nil)
    sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM document", nil, nil, nil)
  }
}
