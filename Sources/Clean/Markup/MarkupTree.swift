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

  struct Node {
    var tag: Tag
    var parent: Int32
    /// One past the last node inside.
    var end: Int32
    /// Of a text: its bytes in ``MarkupTree/pool``. Of an element: its attributes' indices.
    var from: Int32
    var to: Int32
    /// Where it stands in the cut markup. Of an element: where its start tag ends.
    var sourceFrom: Int32
    var sourceTo: Int32
  }

  var nodes: [Node] = []
  /// Texts and attribute values, UTF-8, entities resolved.
  var pool: [UInt8] = []
  var attributes: [(name: Attribute, range: Range<Int32>)] = []

  var count: Int { nodes.count }

  func tag(_ node: Int) -> Tag { nodes[node].tag }
  func end(_ node: Int) -> Int { Int(nodes[node].end) }
  func parent(_ node: Int) -> Int? { nodes[node].parent >= 0 ? Int(nodes[node].parent) : nil }

  /// The bytes of a text node in ``pool``.
  func text(_ node: Int) -> Range<Int> {
    nodes[node].tag == .text ? Int(nodes[node].from)..<Int(nodes[node].to) : 0..<0
  }

  /// The value's bytes in ``pool``, where the element has such an attribute.
  func attribute(_ name: Attribute, of node: Int) -> Range<Int>? {
    guard nodes[node].tag != .text else { return nil }
    for index in Int(nodes[node].from)..<Int(nodes[node].to) where attributes[index].name == name {
      return Int(attributes[index].range.lowerBound)..<Int(attributes[index].range.upperBound)
    }
    return nil
  }

  func string(_ name: Attribute, of node: Int) -> String? {
    attribute(name, of: node).map { String(decoding: pool[$0], as: UTF8.self) }
  }
}
