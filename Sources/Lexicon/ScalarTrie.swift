/// Words by their code points: the longest that begins, or ends, at a position of a UTF-8 text.
///
/// A class, because readers pass it on with every look; nothing in it changes. Public, because only what is public is
/// inlined into the stages. One open hash table holds the edges of all nodes, so a step costs one probe; a bitmap over first code points
/// answers for the most part of a text that has no word at all.
public final class ScalarTrie: Sendable {
  /// Of an edge, 21 bits of the node it leaves, 21 of its code point and 22 of the node it leads to: one look is one load.
  @usableFromInline let edges: [UInt64]
  @usableFromInline let mask: Int
  @usableFromInline let values: [Int32]
  /// The first code points of words.
  @usableFromInline let starts: ScalarSet
  /// By the lowest bits of a word's first code point, those of the second ones; all where a word ends with the first. Most
  /// looks end here, before the table.
  @usableFromInline let pairs: [UInt64]

  /// How many nodes an edge can name. Words beyond, some million characters, are left out.
  private static let mostNodes = 1 << 21

  /// - Parameters:
  ///   - words: each with a value of 0 or more; of equal words the last stays.
  ///   - backwards: whether to match from a word's end to its start.
  package init(_ words: [(word: [UInt8], value: Int32)], backwards: Bool = false) {
    var starts: [CodePoint] = []
    var pairs = [UInt64](repeating: 0, count: 512)
    var values: [Int32] = [-1]
    var table = EdgeTable(capacity: 16)
    var scalars: [UInt32] = []
    for (word, value) in words {
      scalars.removeAll(keepingCapacity: true)
      for scalar in String(decoding: word, as: UTF8.self).unicodeScalars { scalars.append(scalar.value) }
      if backwards { scalars.reverse() }
      guard let first = scalars.first, values.count + scalars.count < Self.mostNodes else { continue }
      starts.append(CodePoint(first))
      pairs[Int(first & 511)] |= scalars.count > 1 ? 1 << UInt64(scalars[1] & 63) : .max
      var node: UInt32 = 0
      for scalar in scalars {
        let next = table.target(of: UInt64(node) << 21 | UInt64(scalar), orNew: UInt32(values.count))
        if Int(next) == values.count { values.append(-1) }
        node = next
      }
      values[Int(node)] = value
    }
    self.starts = ScalarSet(starts)
    self.pairs = pairs
    self.values = values
    edges = table.edges
    mask = table.mask
  }

  /// The open hash table while it grows; at most half of it is full.
  private struct EdgeTable {
    var edges: [UInt64]
    var mask: Int
    private var count = 0

    init(capacity: Int) {
      edges = [UInt64](repeating: .max, count: capacity)
      mask = capacity - 1
    }

    mutating func target(of key: UInt64, orNew target: UInt32) -> UInt32 {
      var slot = ScalarTrie.hash(key) & mask
      while edges[slot] != .max {
        if edges[slot] >> 22 == key { return UInt32(edges[slot] & 0x3F_FFFF) }
        slot = (slot + 1) & mask
      }
      edges[slot] = key << 22 | UInt64(target)
      count += 1
      if count * 2 > edges.count { grow() }
      return target
    }

    private mutating func grow() {
      var larger = EdgeTable(capacity: edges.count * 2)
      for edge in edges where edge != .max {
        _ = larger.target(of: edge >> 22, orNew: UInt32(edge & 0x3F_FFFF))
      }
      self = larger
    }
  }

  /// The longest word that begins at `start`, among those whose value `accept` takes.
  @inlinable
  @inline(__always)
  public func longest(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int,
    where accept: (Int32) -> Bool = { _ in true }
  ) -> (end: Int, value: Int32)? {
    guard start < end else { return nil }
    var (scalar, length) = CodePoint.at(start, in: text, end: end)
    guard canStart(scalar) else { return nil }
    if start + length < end, !mayFollow(scalar, CodePoint.at(start + length, in: text, end: end).scalar) { return nil }
    var position = start
    var node: UInt32 = 0
    var found: (end: Int, value: Int32)?
    while let next = target(node, scalar) {
      node = next
      position += length
      let value = values[Int(node)]
      if value >= 0, accept(value) { found = (position, value) }
      guard position < end else { break }
      (scalar, length) = CodePoint.at(position, in: text, end: end)
    }
    return found
  }

  /// The longest word that ends at `end`, for a trie made backwards.
  @inlinable
  @inline(__always)
  public func longest(
    in text: UnsafeBufferPointer<UInt8>,
    endingAt end: Int,
    from start: Int,
    where accept: (Int32) -> Bool = { _ in true }
  ) -> (start: Int, value: Int32)? {
    guard end > start else { return nil }
    var (scalar, length) = CodePoint.before(end, in: text, start: start)
    guard canStart(scalar) else { return nil }
    if end - length > start, !mayFollow(scalar, CodePoint.before(end - length, in: text, start: start).scalar) {
      return nil
    }
    var position = end
    var node: UInt32 = 0
    var found: (start: Int, value: Int32)?
    while let next = target(node, scalar) {
      node = next
      position -= length
      let value = values[Int(node)]
      if value >= 0, accept(value) { found = (position, value) }
      guard position > start else { break }
      (scalar, length) = CodePoint.before(position, in: text, start: start)
    }
    return found
  }

  /// The first word at or behind `start`, and of those that begin there the longest.
  @inlinable
  public func first(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> (range: Range<Int>, value: Int32)? {
    var position = start
    while let found = starts.first(in: text, from: position, to: end) {
      if let match = longest(in: text, from: found, to: end) { return (found..<match.end, match.value) }
      position = found + CodePoint.at(found, in: text, end: end).length
    }
    return nil
  }

  /// Calls `body` with the end and the value of each word that begins at `start`, the shortest first.
  @inlinable
  public func forEach(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int,
    _ body: (_ end: Int, _ value: Int32) -> Void
  ) {
    var position = start
    var node: UInt32 = 0
    while position < end {
      let (scalar, length) = CodePoint.at(position, in: text, end: end)
      guard node != 0 || canStart(scalar), let next = target(node, scalar) else { return }
      node = next
      position += length
      if values[Int(node)] >= 0 { body(position, values[Int(node)]) }
    }
  }

  /// Whether a word may begin at `start`: a look at two code points.
  @inlinable
  @inline(__always)
  public func mayBegin(in text: UnsafeBufferPointer<UInt8>, at start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    let (scalar, length) = CodePoint.at(start, in: text, end: end)
    return canStart(scalar)
      && (start + length >= end || mayFollow(scalar, CodePoint.at(start + length, in: text, end: end).scalar))
  }

  /// Whether a word of a trie made backwards may end at `end`.
  @inlinable
  @inline(__always)
  public func mayEnd(in text: UnsafeBufferPointer<UInt8>, at end: Int, from start: Int) -> Bool {
    start < end && canStart(CodePoint.before(end, in: text, start: start).scalar)
  }

  /// The value of a word that covers exactly `bytes`.
  package func value(of bytes: [UInt8]) -> Int32? {
    bytes.withUnsafeBufferPointer { text in
      guard let match = longest(in: text, from: 0, to: text.count), match.end == text.count else { return nil }
      return match.value
    }
  }

  @inlinable
  @inline(__always)
  func canStart(_ scalar: CodePoint) -> Bool {
    starts.contains(scalar)
  }

  /// Whether a word can go on with a second code point, or end with the first.
  @inlinable
  @inline(__always)
  func mayFollow(_ first: CodePoint, _ second: CodePoint) -> Bool {
    pairs[Int(first.value & 511)] & (1 << UInt64(second.value & 63)) != 0
  }

  @inlinable
  @inline(__always)
  func target(_ node: UInt32, _ scalar: CodePoint) -> UInt32? {
    let key = UInt64(node) << 21 | UInt64(scalar.value)
    var slot = Self.hash(key) & mask
    while true {
      let edge = edges[slot]
      if edge >> 22 == key { return UInt32(truncatingIfNeeded: edge & 0x3F_FFFF) }
      if edge == .max { return nil }
      slot = (slot + 1) & mask
    }
  }

  @inlinable
  @inline(__always)
  static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
