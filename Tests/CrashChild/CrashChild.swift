import CountingVFS
import Pipeline

/// One run in a process of its own, for the tests that kill it: `CrashChild FOLDER N` ends in place of the N-th change
/// of a file; with 0 it runs to its end and says how many changes there were.
@main
struct CrashChild {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let fatal = Int(arguments[2]) else { return }
    counting_vfs_register(fatal)
    let configuration = Configuration(root: arguments[1], sources: [.init(files: ["docs/**/*.txt"])])
    var options = RunOptions()
    options.jobs = 2
    _ = try await Pipeline(configuration: configuration).run(options)
    print(counting_vfs_count())
  }
}
