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
  /// Seconds after which a page counts as a hang.
  private static let patience: UInt32 = 60

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let seed = arguments.first.flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    let seconds = arguments.dropFirst().first.flatMap { Double($0) } ?? 60
    let pages = try arguments.dropFirst(2).flatMap { try files(in: $0) }
    guard !pages.isEmpty else {
      return print("CleanFuzz: no pages in \(arguments.dropFirst(2).joined(separator: ", "))")
    }
    print("seed \(seed), \(pages.count) pages, \(Int(seconds)) s")
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
      let begin = Date()
      alarm(patience)
      do {
        let document = SourceDocument(bytes: bytes, mediaType: count % 8 == 0 ? .plainText : .html)
        let output = try Cleaner().clean(document)
        if let problem = PageCheck.problem(of: output, sourceCount: bytes.count) {
          let kept = folder.appendingPathComponent("\(seed)-\(count)")
          try Data(bytes).write(to: kept)
          print("round \(count): \(problem); the page is \(kept.path)")
          exit(1)
        }
      } catch is DocumentFailure {
        failed += 1
      }
      alarm(0)
      let took = Date().timeIntervalSince(begin)
      if took > slowest.seconds { slowest = (took, count) }
    }
    print(
      "\(count) damaged pages, \(failed) of them failed with a reason; the slowest took "
        + "\((slowest.seconds * 1000).rounded() / 1000) s (round \(slowest.round))"
    )
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
