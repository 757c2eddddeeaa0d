import Foundation
import Testbed
import Testing

/// Output kept in a file beside the tests. A missing file is written, and fails; UPDATE_SNAPSHOTS=1 writes all anew.
enum Snapshot {
  static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" }

  static func expect(_ text: String, as name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = ProjectFolder.file("Tests/CommandTests/Snapshots/\(name).txt")
    guard !isUpdating, let kept = try? String(contentsOf: file, encoding: .utf8) else {
      try Data(text.utf8).write(to: file)
      if !isUpdating {
        Issue.record("\(name) had no snapshot; it is written, look at it", sourceLocation: sourceLocation)
      }
      return
    }
    #expect(text == kept, "\(name) is not as its snapshot", sourceLocation: sourceLocation)
  }

  /// What differs from run to run: durations, times of day, digests, processes, the folder;
  /// and so the width of columns.
  static func masked(_ text: String, folder: String) -> String {
    var text = text
    for path in ["/private\(folder)", folder] { text = text.replacing(path, with: "FOLDER") }
    text.replace(#/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/#, with: "YYYY-MM-DD hh:mm:ss")
    text.replace(#/\d{4}-\d\d-\d\d \d\d:\d\d/#, with: "YYYY-MM-DD hh:mm")
    text.replace(#/ +[\d.]+ (ms|s|[kMGT]B)\b/#) { " <\($0.output.1.hasSuffix("B") ? "size" : "time")>" }
    text.replace(#/\b(SQLite|zstd) [\d.]+/#) { "\($0.output.1) N" }
    text.replace(#/\b[0-9a-f]{10}\b/#, with: "DIGEST")
    // Columns are as wide as what is masked.
    text.replace(#/(\S) {3,}/#) { "\($0.output.1)  " }
    text.replace(#/process \d+/#, with: "process N")
    return text
  }
}
