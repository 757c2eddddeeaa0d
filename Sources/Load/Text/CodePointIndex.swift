/// Turns byte offsets in UTF-8 into code point offsets. Built once a document.
struct CodePointIndex {
  private static let stride = 256
  private let bytes: [UInt8]
  /// Code points that begin before each multiple of the stride.
  private var before: [Int] = []

  /// - Complexity: O(bytes)
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    before.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    var start = 0
    while start <= bytes.count {
      before.append(count)
      let end = min(start + Self.stride, bytes.count)
      count += Self.starts(in: bytes[start..<end])
      start += Self.stride
    }
  }

  /// Code points that begin before the byte at `offset`.
  ///
  /// - Parameter offset: cut to the text.
  /// - Complexity: O(1), at most 256 bytes are looked at.
  func position(ofByte offset: Int) -> Int {
    let offset = max(0, min(offset, bytes.count))
    let block = offset / Self.stride
    return before[block] + Self.starts(in: bytes[block * Self.stride..<offset])
  }

  private static func starts(in slice: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in slice where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
