/// Writes the small records of the store.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

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

  mutating func write(_ digests: [Digest]) {
    write(UInt64(digests.count))
    for digest in digests { digest.withBytes { bytes.append(contentsOf: $0) } }
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

  mutating func digests() -> [Digest]? {
    guard let count = count(), count * Digest.count <= bytes.count - offset else { return nil }
    var digests: [Digest] = []
    digests.reserveCapacity(count)
    for _ in 0..<count {
      let range = offset..<offset + Digest.count
      guard let digest = bytes.withUnsafeBytes({ Digest(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }) else {
        return nil
      }
      digests.append(digest)
      offset += Digest.count
    }
    return digests
  }

  mutating func reason() -> RunReason? {
    guard let kind = integer().flatMap({ UInt8(exactly: $0) }).flatMap(RunReason.Kind.init(rawValue:)),
      let subject = optionalText(), let old = optionalText(), let new = optionalText()
    else { return nil }
    return RunReason(kind, subject: subject, old: old, new: new)
  }
}
