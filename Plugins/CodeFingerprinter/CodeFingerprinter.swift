import Foundation
import SourceFingerprint

/// `CodeFingerprinter OUTPUT.swift ROOT --stage NAME VERSION... -- FILE... --stage ...` writes one Swift file with the
/// fingerprint of each stage's code. It leaves an equal file as it is, so that nothing is compiled for a new comment.
@main
struct CodeFingerprinter {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.popFirst(), let root = arguments.popFirst() else {
      FileHandle.standardError.write(Data("usage: CodeFingerprinter OUTPUT.swift ROOT --stage NAME ...\n".utf8))
      exit(64)
    }
    var source = "// Made from the sources of the stages. Do not edit.\n\nenum StageCode {\n"
    for stage in arguments.split(separator: "--stage") {
      guard let name = stage.first else { continue }
      let parts = stage.dropFirst().split(separator: "--", maxSplits: 1, omittingEmptySubsequences: false)
      var fingerprint = CodeFingerprint()
      for version in parts[0] { fingerprint.add(version: version) }
      for path in parts.count > 1 ? Array(parts[1]) : [] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        // Where the package lies is no part of its code.
        fingerprint.add(file: path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path, bytes)
      }
      source += "  static let \(name) = \"\(fingerprint.digest)\"\n"
    }
    source += "}\n"
    let data = Data(source.utf8)
    let url = URL(fileURLWithPath: output)
    if let present = try? Data(contentsOf: url), present == data { return }
    try data.write(to: url, options: .atomic)
  }
}
