/// The charset label that a page's markup declares.
enum CharsetDeclaration {
  /// Bytes of a page in which a declaration counts.
  private static let reach = 4096

  /// The label of `<?xml encoding="...">` or of the first meta tag that has one.
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let head = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, reach)])
    if head.starts(with: Array("<?xml".utf8)), let charset = label(behind: Array("encoding".utf8), in: head, from: 0) {
      return charset
    }
    return label(behind: Array("charset".utf8), in: head, from: 0)
  }

  /// What stands behind `word`, an equals sign and perhaps a quote; the first that is a known label.
  private static func label(behind word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Charset? {
    var index = start
    while index + word.count < bytes.count {
      defer { index += 1 }
      guard bytes[index] | 0x20 == word[0], matches(word, bytes, at: index) else { continue }
      var at = index + word.count
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < bytes.count, bytes[at] <= 0x22 || bytes[at] == 0x27 { at += 1 }
      let begin = at
      while at < bytes.count, isLabel(bytes[at]) { at += 1 }
      if let charset = Charset(label: bytes[begin..<at]) { return charset }
    }
    return nil
  }

  private static func matches(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    for (offset, byte) in word.enumerated() where bytes[index + offset] | 0x20 != byte { return false }
    return true
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
