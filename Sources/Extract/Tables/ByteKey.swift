/// Bytes as a key, hashed at once; what the library makes of an array takes them one by one, and of a string its characters.
struct ByteKey: Hashable {
  private var bytes: [UInt8]

  /// - Parameter parts: kept apart by tabs.
  init(_ parts: [UInt8]...) {
    bytes = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count + 1 })
    for part in parts {
      bytes += part
      bytes.append(UInt8(ascii: "\t"))
    }
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
