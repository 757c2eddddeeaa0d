import CCrypto
import Foundation

/// `LexiconEmbedder OUTPUT.swift FILE.tsv ...` writes one Swift file that holds the files' bytes and digests,
/// so that a copied binary needs no folder beside it.
@main
struct LexiconEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      FileHandle.standardError.write(Data("usage: LexiconEmbedder OUTPUT.swift FILE.tsv ...\n".utf8))
      exit(64)
    }
    var source = "// Made from Sources/Lexicon/Data. Do not edit.\n\n"
    source += "extension EmbeddedFile {\n"
    for path in arguments.dropFirst() {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let text = String(decoding: data, as: UTF8.self)
      let file = URL(fileURLWithPath: path).lastPathComponent
      let name = file.split(separator: ".")[0].split(separator: "-").enumerated()
        .map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
      source +=
        "  package static let \(name) = EmbeddedFile(\n    name: \"\(file)\",\n    digest: \"\(digest(data))\",\n"
      source += "    text: ####\"\"\"\n" + text + (text.hasSuffix("\n") ? "" : "\n") + "\n\"\"\"####\n  )\n"
    }
    source += "}\n"
    try Data(source.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
  }

  static func digest(_ data: Data) -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    data.withUnsafeBytes { _ = EVP_Digest($0.baseAddress, $0.count, &bytes, nil, EVP_sha256(), nil) }
    return bytes.map { String(format: "%02x", $0) }.joined()
  }
}
