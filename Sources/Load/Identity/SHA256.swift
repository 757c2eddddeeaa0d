import CCrypto

/// SHA-256 by libcrypto, which uses the processor's own instructions.
enum SHA256 {
  static func digest(of bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { output, count in
      let done = bytes.withUnsafeBytes {
        EVP_Digest($0.baseAddress, $0.count, output.baseAddress, nil, EVP_sha256(), nil)
      }
      precondition(done == 1, "libcrypto has no SHA-256")
      count = 32
    }
  }
}
