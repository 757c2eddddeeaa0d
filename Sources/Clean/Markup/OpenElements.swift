/// Which elements are open at a place in the markup, as far as start and end tags tell.
///
/// For each end tag the parser looks through all open elements; a page of end tags that close nothing, under deep
/// elements, takes it seconds a megabyte. So those tags are dropped before it sees them. Elements that a start tag
/// closes silently still stand here: an end tag too many gets through, never one too few.
///
/// - Complexity: O(1) a tag, amortized.
struct OpenElements {
  /// Narrow: paragraphs that nothing closes all stay here.
  private struct Element {
    var name: UInt64
    /// The next lower element with the same name, and with the same rank; -1 where there is none.
    var lowerOfName: Int32
    var lowerOfRank: Int32
    var rank: Int8
  }

  private var elements: [Element] = []
  private var topOfName: [UInt64: Int] = [:]
  private var topOfRank = [Int](repeating: -1, count: 8)

  /// An end tag closes nothing beyond an element of a higher rank: the parser's own order.
  private static let ranks: [UInt64: Int] = {
    var ranks: [UInt64: Int] = [:]
    for (rank, names) in [
      (1, ["div"]), (2, ["td", "th"]), (3, ["tr"]), (4, ["thead", "tbody", "tfoot"]), (5, ["table"]),
      (6, ["head", "body"]), (7, ["html"]),
    ] {
      for name in names { ranks[hash(Array(name.utf8)[...])] = rank }
    }
    return ranks
  }()

  private static let void: Set<UInt64> = Set(
    ["area", "base", "basefont", "br", "col", "frame", "hr", "img", "input", "isindex", "link", "meta", "param"].map {
      hash(Array($0.utf8)[...])
    }
  )

  /// Of a name, without regard to case.
  static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name {
      hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  mutating func open(_ name: UInt64) {
    guard !Self.void.contains(name) else { return }
    let rank = Self.ranks[name] ?? 0
    elements.append(
      Element(
        name: name,
        lowerOfName: Int32(topOfName[name] ?? -1),
        lowerOfRank: Int32(topOfRank[rank]),
        rank: Int8(rank)
      )
    )
    topOfName[name] = elements.count - 1
    topOfRank[rank] = elements.count - 1
  }

  /// Closes the element and all in it.
  ///
  /// - Returns: whether there was one to close.
  mutating func close(_ name: UInt64) -> Bool {
    guard let index = topOfName[name], index >= 0 else { return false }
    for rank in Int(elements[index].rank) + 1..<topOfRank.count where topOfRank[rank] > index { return false }
    while elements.count > index, let element = elements.popLast() {
      topOfName[element.name] = Int(element.lowerOfName)
      topOfRank[Int(element.rank)] = Int(element.lowerOfRank)
    }
    return true
  }
}
