import Clean
import Documents
import Foundation

/// Cleans damaged pages until the time is over: `make fuzz`.
///
///     CleanFuzz SEED SECONDS FOLDER...
///
/// The page that is in work lies in `build/fuzz/last`: after a crash or a hang it is the one.
@main
struct CleanFuzz {
  /// Seconds of the processor after which a page counts as a hang; others may need it meanwhile.
  private static let patience = 60

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let seed = arguments.first.flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    let seconds = arguments.dropFirst().first.flatMap { Double($0) } ?? 60
    let pages = try arguments.dropFirst(2).flatMap { try files(in: $0) }
    guard !pages.isEmpty else {
      say("CleanFuzz: no pages in \(arguments.dropFirst(2).joined(separator: ", "))")
      exit(66)
    }
    say("seed \(seed), \(pages.count) pages, \(Int(seconds)) s")
    if let problem = try LargePage.problem(megabytes: 30) {
      say("a page of 30 MB: \(problem)")
      exit(1)
    }
    say("a page of 30 MB came out whole")
    let folder = URL(fileURLWithPath: "build/fuzz")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let last = folder.appendingPathComponent("last")
    var mutator = Mutator(seed: seed, pages: pages)
    let start = Date()
    var count = 0
    var failed = 0
    var slowest = (seconds: 0.0, round: 0)
    while Date().timeIntervalSince(start) < seconds {
      let bytes = mutator.page()
      try Data(bytes).write(to: last)
      count += 1
      let begin = processorSeconds()
      wait(patience)
      do {
        let document = SourceDocument(bytes: bytes, mediaType: count % 8 == 0 ? .plainText : .html)
        let output = try Cleaner().clean(document)
        if let problem = PageCheck.problem(of: output, sourceCount: bytes.count) {
          let kept = folder.appendingPathComponent("\(seed)-\(count)")
          try Data(bytes).write(to: kept)
          say("round \(count): \(problem); the page is \(kept.path)")
          exit(1)
        }
      } catch is DocumentFailure {
        failed += 1
      }
      wait(0)
      let took = processorSeconds() - begin
      if took > slowest.seconds { slowest = (took, count) }
    }
    say(
      "\(count) damaged pages, \(failed) of them failed with a reason; the slowest took "
        + "\((slowest.seconds * 1000).rounded() / 1000) s (round \(slowest.round))"
    )
  }

  /// Prints a line at once: after a crash what was said stands there.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// Ends the process after so many seconds of its own, with a word of the shell's about a timer; 0 takes it back.
  private static func wait(_ seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// All pages under a path.
  private static func files(in path: String) throws -> [[UInt8]] {
    let url = URL(fileURLWithPath: path)
    guard let names = FileManager.default.enumerator(atPath: path) else { return [] }
    return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }.sorted()
      .map { [UInt8](try Data(contentsOf: url.appendingPathComponent($0))) }
      // Large pages leave no time for many.
      .filter { $0.count <= 400_000 }
  }
}
