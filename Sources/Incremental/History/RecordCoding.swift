/// Writes the small records of the store.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  /// With a checksum behind them: a record that names digests by number must not name others after a flipped bit.
  var sealed: [UInt8] { bytes + Checksum.bytes(of: bytes[...]) }

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ text: String) {
    let utf8 = text.utf8
    write(UInt64(utf8.count))
    bytes.append(contentsOf: utf8)
  }

  mutating func write(_ text: String?) {
    write(UInt64(text == nil ? 0 : 1))
    if let text { write(text) }
  }

  /// The digest's 32 bytes.
  mutating func writeBytes(of digest: Digest) {
    digest.withBytes { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ integers: [Int64]) {
    write(UInt64(integers.count))
    for integer in integers { write(UInt64(bitPattern: integer)) }
  }

  mutating func write(_ reason: RunReason) {
    write(UInt64(reason.kind.rawValue))
    write(reason.subject)
    write(reason.old)
    write(reason.new)
  }
}

/// Reads what ``RecordWriter`` wrote; `nil` for anything else, never a trap.
struct RecordReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// - Returns: `nil` where the checksum does not fit.
  init?(sealed: [UInt8]) {
    guard sealed.count >= Checksum.count else { return nil }
    let end = sealed.count - Checksum.count
    guard sealed[end...].elementsEqual(Checksum.bytes(of: sealed[..<end])) else { return nil }
    bytes = Array(sealed[..<end])
  }

  mutating func integer() -> Int64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int64(bitPattern: value) }
      shift += 7
    }
    return nil
  }

  /// A count of things that take at least one byte each.
  mutating func count() -> Int? {
    guard let value = integer(), value >= 0, value <= bytes.count - offset else { return nil }
    return Int(value)
  }

  mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  /// - Returns: `nil` for damage, `.some(nil)` for no text.
  mutating func optionalText() -> String?? {
    switch integer() {
    case 0: return .some(nil)
    case 1:
      guard let text = text() else { return nil }
      return .some(text)
    default: return nil
    }
  }

  mutating func digest() -> Digest? {
    guard bytes.count - offset >= Digest.count else { return nil }
    let range = offset..<offset + Digest.count
    offset += Digest.count
    return bytes.withUnsafeBytes { Digest(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// Numbers with their count before them.
  mutating func integers() -> [Int64]? {
    guard let count = count() else { return nil }
    var integers: [Int64] = []
    integers.reserveCapacity(count)
    for _ in 0..<count {
      guard let integer = integer() else { return nil }
      integers.append(integer)
    }
    return integers
  }

  mutating func reason() -> RunReason? {
    guard let kind = integer().flatMap({ UInt8(exactly: $0) }).flatMap(RunReason.Kind.init(rawValue:)),
      let subject = optionalText(), let old = optionalText(), let new = optionalText()
    else { return nil }
    return RunReason(kind, subject: subject, old: old, new: new)
  }
}
