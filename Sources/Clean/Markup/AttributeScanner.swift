/// The attributes of one tag, one after the other.
struct AttributeScanner {
  struct Attribute {
    var name: Range<Int>
    /// Without quotes; empty where there is none.
    var value: Range<Int>
    /// Name, equals sign, quotes and value.
    var whole: Range<Int>

    func isStyle(in text: UnsafeBufferPointer<UInt8>) -> Bool {
      name.count == 5 && text[name.lowerBound] | 0x20 == UInt8(ascii: "s")
        && text[name.lowerBound + 1] | 0x20 == UInt8(ascii: "t")
        && text[name.lowerBound + 2] | 0x20 == UInt8(ascii: "y")
    }

    /// A style that hides the element or sets it in the middle.
    func valueMatters(in text: UnsafeBufferPointer<UInt8>) -> Bool {
      var at = value.lowerBound
      while at + 4 <= value.upperBound {
        let four =
          UInt32(text[at] | 0x20) << 24 | UInt32(text[at + 1] | 0x20) << 16 | UInt32(text[at + 2] | 0x20) << 8
          | UInt32(text[at + 3] | 0x20)
        // "none", "cent"
        if four == 0x6E6F_6E65 || four == 0x6365_6E74 { return true }
        at += 1
      }
      return false
    }
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var index: Int
  /// Behind the tag's name.
  let nameEnd: Int

  /// - Parameter tag: from `<` to behind `>`.
  init(text: UnsafeBufferPointer<UInt8>, tag: Range<Int>) {
    self.text = text
    end = tag.upperBound - 1
    var at = tag.lowerBound + 1
    if at < end, text[at] == UInt8(ascii: "/") { at += 1 }
    while at < end, text[at] > 0x20, text[at] != UInt8(ascii: "/") { at += 1 }
    nameEnd = at
    index = at
  }

  mutating func next() -> Attribute? {
    while index < end, text[index] <= 0x20 || text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "\"") {
      index += 1
    }
    guard index < end else { return nil }
    let start = index
    if text[index] == UInt8(ascii: "=") { index += 1 }
    while index < end, text[index] > 0x20, text[index] != UInt8(ascii: "="), text[index] != UInt8(ascii: "/") {
      index += 1
    }
    let name = start..<index
    var at = index
    while at < end, text[at] <= 0x20 { at += 1 }
    guard at < end, text[at] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: index..<index, whole: name)
    }
    at += 1
    while at < end, text[at] <= 0x20 { at += 1 }
    guard at < end else {
      index = end
      return Attribute(name: name, value: at..<at, whole: name)
    }
    let quote = text[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let begin = at + 1
      at = begin
      while at < end, text[at] != quote { at += 1 }
      index = min(at + 1, end)
      // Without its closing quote the attribute would swallow what is copied behind it.
      return Attribute(name: name, value: begin..<at, whole: at < end ? start..<index : name)
    }
    let begin = at
    while at < end, text[at] > 0x20 { at += 1 }
    index = at
    return Attribute(name: name, value: begin..<at, whole: start..<at)
  }
}
