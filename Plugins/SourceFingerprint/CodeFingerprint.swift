import CCrypto

/// The digest of a stage's code: its reduced source files by name, and the versions of what it is built with.
package struct CodeFingerprint {
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func add(file name: String, _ source: [UInt8]) {
    let reduced =
      if name.hasSuffix(".swift") {
        SourceReduction.reduce(source, language: .swift)
      } else if [".c", ".h"].contains(where: name.hasSuffix) {
        SourceReduction.reduce(source, language: .c)
      } else {
        source
      }
    add(Array(name.utf8))
    add(reduced)
  }

  package mutating func add(version: String) {
    add(Array(version.utf8))
  }

  private mutating func add(_ field: [UInt8]) {
    withUnsafeBytes(of: UInt64(field.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: field)
  }

  /// 64 hexadecimal digits.
  package var digest: String {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = bytes.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha256(), nil) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
