/// Names are compared by their bytes, as the store orders them: Swift's `<` and `==` take characters for equal that are
/// written in different ways.
package enum ByteOrder {
  package static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let count = min(left.count, right.count)
    var index = 0
    while index + 8 <= count {
      let a = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let b = right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if a != b { return UInt64(bigEndian: a) < UInt64(bigEndian: b) ? -1 : 1 }
      index += 8
    }
    while index < count {
      if left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
      index += 1
    }
    return left.count - right.count
  }

  package static func compare(_ left: String, _ right: String) -> Int {
    var left = left
    var right = right
    return left.withUTF8 { left in
      right.withUTF8 { compare(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer($0)) }
    }
  }
}

/// A name as a key of a dictionary.
package struct ItemName: Hashable, Sendable {
  private let bytes: [UInt8]

  package init(_ name: String) {
    bytes = Array(name.utf8)
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
