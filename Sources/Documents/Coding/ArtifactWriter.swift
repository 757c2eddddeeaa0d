/// Writes a value in the one binary form that artifacts have.
///
/// Layout, chosen so that equal values give equal bytes on every machine and decoding is one pass without look-ahead:
/// - an unsigned integer is a LEB128 varint; a signed one is zigzag-coded first;
/// - a `Bool` is one byte, 0 or 1; a `Double` its IEEE 754 bits, little-endian;
/// - text and byte strings are their byte count, then the bytes;
/// - an optional is one byte, 0 or 1, then the value; an array is its count, then the elements.
///
/// Rejected: JSON (24 MB/s here, and key order has to be forced), property lists, and anything with offsets in a header
/// (two equal values could then differ in bytes).
package struct ArtifactWriter: ~Copyable {
  package private(set) var bytes: [UInt8] = []

  package init(minimumCapacity: Int = 4096) {
    bytes.reserveCapacity(minimumCapacity)
  }

  @inlinable
  package mutating func write(_ value: Bool) {
    append(value ? 1 : 0)
  }

  package mutating func write(unsigned value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// - Precondition: `value` is not negative.
  package mutating func write(count value: Int) {
    write(unsigned: UInt64(value))
  }

  package mutating func write(_ value: Int) {
    write(unsigned: UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))))
  }

  package mutating func write(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ value: [UInt8]) {
    write(count: value.count)
    bytes.append(contentsOf: value)
  }

  package mutating func write(_ value: String) {
    var value = value
    value.withUTF8 { buffer in
      write(count: buffer.count)
      bytes.append(contentsOf: buffer)
    }
  }

  package mutating func write(_ value: Range<Int>) {
    write(count: value.lowerBound)
    write(count: value.count)
  }

  package mutating func write<Value: RawRepresentable>(_ value: Value) where Value.RawValue == UInt8 {
    append(value.rawValue)
  }

  package mutating func write<Value: ArtifactCodable>(_ value: Value) {
    value.encode(into: &self)
  }

  package mutating func write<Value: ArtifactCodable>(_ values: [Value]) {
    write(count: values.count)
    for value in values { value.encode(into: &self) }
  }

  package mutating func write(_ values: [String]) {
    write(count: values.count)
    for value in values { write(value) }
  }

  /// An optional of anything that can be written.
  package mutating func write<Value>(_ value: Value?, _ body: (inout ArtifactWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  package mutating func write(_ value: String?) {
    write(value) { $0.write($1) }
  }

  package mutating func write(_ value: Int?) {
    write(value) { $0.write($1) }
  }

  package mutating func write<Value: ArtifactCodable>(_ value: Value?) {
    write(value) { $0.write($1) }
  }

  @usableFromInline
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }
}
