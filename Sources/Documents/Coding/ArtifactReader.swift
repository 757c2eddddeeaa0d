/// Reads what ``ArtifactWriter`` wrote. Bytes that it did not write end in an ``ArtifactError``, never in a trap or
/// in an allocation larger than the input.
package struct ArtifactReader {
  private let bytes: [UInt8]
  package private(set) var offset = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var isAtEnd: Bool { offset == bytes.count }

  package mutating func readByte() throws(ArtifactError) -> UInt8 {
    guard offset < bytes.count else { throw ArtifactError(offset: offset, problem: .truncated) }
    defer { offset += 1 }
    return bytes[offset]
  }

  package mutating func readBool() throws(ArtifactError) -> Bool {
    switch try readByte() {
    case 0: false
    case 1: true
    default: throw ArtifactError(offset: offset - 1, problem: .invalidValue)
    }
  }

  package mutating func readUnsigned() throws(ArtifactError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try readByte()
      guard shift < 63 || byte <= 1 else { throw ArtifactError(offset: offset - 1, problem: .invalidValue) }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// A count or an offset: 0 and up.
  package mutating func readCount() throws(ArtifactError) -> Int {
    guard let value = Int(exactly: try readUnsigned()) else {
      throw ArtifactError(offset: offset, problem: .invalidValue)
    }
    return value
  }

  /// The count of elements that follow, each of which takes at least one byte.
  package mutating func readElementCount() throws(ArtifactError) -> Int {
    let count = try readCount()
    guard count <= bytes.count - offset else { throw ArtifactError(offset: offset, problem: .truncated) }
    return count
  }

  package mutating func readInt() throws(ArtifactError) -> Int {
    let value = try readUnsigned()
    return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }

  package mutating func readDouble() throws(ArtifactError) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try readByte()) << shift }
    return Double(bitPattern: bits)
  }

  package mutating func readBytes() throws(ArtifactError) -> [UInt8] {
    let count = try readElementCount()
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  package mutating func readString() throws(ArtifactError) -> String {
    let count = try readElementCount()
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  package mutating func readRange() throws(ArtifactError) -> Range<Int> {
    let start = try readCount()
    let count = try readCount()
    let (end, overflow) = start.addingReportingOverflow(count)
    guard !overflow else { throw ArtifactError(offset: offset, problem: .invalidValue) }
    return start..<end
  }

  package mutating func readEnum<Value: RawRepresentable>(
    _ type: Value.Type = Value.self
  ) throws(ArtifactError) -> Value where Value.RawValue == UInt8 {
    guard let value = Value(rawValue: try readByte()) else {
      throw ArtifactError(offset: offset - 1, problem: .invalidValue)
    }
    return value
  }

  package mutating func read<Value: ArtifactCodable>(
    _ type: Value.Type = Value.self
  ) throws(ArtifactError) -> Value {
    try Value(from: &self)
  }

  package mutating func readArray<Value: ArtifactCodable>(
    of type: Value.Type = Value.self
  ) throws(ArtifactError) -> [Value] {
    let count = try readElementCount()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  package mutating func readStrings() throws(ArtifactError) -> [String] {
    let count = try readElementCount()
    var values: [String] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try readString()) }
    return values
  }

  package mutating func readOptional<Value>(
    _ body: (inout ArtifactReader) throws(ArtifactError) -> Value
  ) throws(ArtifactError) -> Value? {
    try readBool() ? try body(&self) : nil
  }
}
