internal import Documents

/// A page's elements and texts in document order, in flat arrays: a subtree is a range of indices.
struct MarkupTree {
  /// The attributes that are read somewhere; all others are cut before the page is parsed.
  enum Attribute: UInt8 {
    case id, `class`, name, content, property, href, src, alt, title, style, colspan, rowspan, itemprop
    case rel, align, http, value

    init?(name: some Collection<UInt8>) {
      var key: UInt64 = 0
      var count = 0
      for byte in name {
        count += 1
        guard count <= 10 else { return nil }
        key = key << 5 | UInt64(byte & 0x1F)
      }
      switch (count, key) {
      case (2, Self.key("id")): self = .id
      case (5, Self.key("class")): self = .class
      case (4, Self.key("name")): self = .name
      case (7, Self.key("content")): self = .content
      case (8, Self.key("property")): self = .property
      case (4, Self.key("href")): self = .href
      case (3, Self.key("src")): self = .src
      case (3, Self.key("alt")): self = .alt
      case (5, Self.key("title")): self = .title
      case (5, Self.key("style")): self = .style
      case (7, Self.key("colspan")): self = .colspan
      case (7, Self.key("rowspan")): self = .rowspan
      case (8, Self.key("itemprop")): self = .itemprop
      case (3, Self.key("rel")): self = .rel
      case (5, Self.key("align")): self = .align
      default: return nil
      }
    }

    @inline(__always)
    private static func key(_ name: StaticString) -> UInt64 {
      var key: UInt64 = 0
      for index in 0..<name.utf8CodeUnitCount { key = key << 5 | UInt64(name.utf8Start[index] & 0x1F) }
      return key
    }
  }

  /// An element or a text. Narrow: a page can have two million of them.
  struct Node {
    let tag: Tag
    /// Of a text how many bytes it has, of an element how many attributes.
    private var countHigh: UInt8
    private var countLow: UInt16
    let parent: Int32
    /// Of a text: where its bytes begin in ``MarkupTree/pool``. Of an element: the index of its first attribute.
    private let first: Int32
    /// Of a text: from where to where it stands in the cut markup. Of an element: nothing, and one past the last node
    /// inside.
    private var from: Int32
    private var to: Int32

    /// A longer text is several nodes.
    static let maximumText = 1 << 24 - 1

    init(_ tag: Tag, parent: Int32, attributes: Range<Int>) {
      self.init(tag, parent, range: attributes, from: 0, to: 0)
    }

    /// - Parameters:
    ///   - text: its bytes in the pool, no more than ``maximumText``.
    ///   - source: where it stands in the cut markup.
    init(text: Range<Int>, parent: Int32, source: Range<Int32>) {
      self.init(.text, parent, range: text, from: source.lowerBound, to: source.upperBound)
    }

    private init(_ tag: Tag, _ parent: Int32, range: Range<Int>, from: Int32, to: Int32) {
      self.tag = tag
      self.parent = parent
      first = Int32(range.lowerBound)
      countHigh = UInt8(truncatingIfNeeded: range.count >> 16)
      countLow = UInt16(truncatingIfNeeded: range.count)
      self.from = from
      self.to = to
    }

    /// Of a text its bytes in ``MarkupTree/pool``, of an element the indices of its attributes.
    var range: Range<Int> { Int(first)..<Int(first) + count }
    private var count: Int { Int(countHigh) << 16 | Int(countLow) }
    /// Where a text stands in the cut markup.
    var source: Range<Int32> { from..<to }
    /// Of an element: one past the last node inside.
    var end: Int { Int(to) }

    mutating func close(at end: Int) { to = Int32(end) }

    /// Makes a text longer, if it is not too long by then.
    mutating func lengthen(by more: Int, upTo source: Int32) -> Bool {
      guard count + more <= Self.maximumText else { return false }
      self = Node(text: range.lowerBound..<range.upperBound + more, parent: parent, source: from..<source)
      return true
    }
  }

  var nodes: [Node] = []
  /// Texts and attribute values, UTF-8, entities resolved. They lie where the markup lay that they were read from.
  var pool: [UInt8] = []
  var attributes: [(name: Attribute, range: Range<Int32>)] = []

  var count: Int { nodes.count }

  func tag(_ node: Int) -> Tag { nodes[node].tag }
  func end(_ node: Int) -> Int { nodes[node].tag == .text ? node + 1 : nodes[node].end }
  func parent(_ node: Int) -> Int? { nodes[node].parent >= 0 ? Int(nodes[node].parent) : nil }

  /// The bytes of a text node in ``pool``.
  func text(_ node: Int) -> Range<Int> { nodes[node].tag == .text ? nodes[node].range : 0..<0 }

  /// The value's bytes in ``pool``, where the element has such an attribute.
  func attribute(_ name: Attribute, of node: Int) -> Range<Int>? {
    guard nodes[node].tag != .text else { return nil }
    for index in nodes[node].range where attributes[index].name == name {
      return attributes[index].range.wide
    }
    return nil
  }

  func string(_ name: Attribute, of node: Int) -> String? {
    attribute(name, of: node).map { String(decoding: pool[$0], as: UTF8.self) }
  }
}
