/// Words by their code points: the longest that begins, or ends, at a position of a UTF-8 text.
///
/// One open hash table holds the edges of all nodes, so a step costs one probe; a bitmap over first code points
/// answers for the most part of a text that has no word at all.
package struct ScalarTrie: Sendable {
  private var edges: [UInt64] = []
  private var targets: [UInt32] = []
  private var mask = 0
  private var values: [Int32] = [-1]
  private var starts = [UInt64](repeating: 0, count: 1024)

  /// - Parameters:
  ///   - words: each with a value of 0 or more; of equal words the last stays.
  ///   - backwards: whether to match from a word's end to its start.
  package init(_ words: [(word: [UInt8], value: Int32)], backwards: Bool = false) {
    var children: [[UInt32: UInt32]] = [[:]]
    var count = 0
    for (word, value) in words {
      var scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
      if backwards { scalars.reverse() }
      guard let first = scalars.first else { continue }
      if first < 65536 { starts[Int(first >> 6)] |= 1 << UInt64(first & 63) }
      var node = 0
      for scalar in scalars {
        if let next = children[node][scalar] {
          node = Int(next)
        } else {
          children.append([:])
          values.append(-1)
          children[node][scalar] = UInt32(children.count - 1)
          node = children.count - 1
          count += 1
        }
      }
      values[node] = value
    }
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    mask = capacity - 1
    edges = [UInt64](repeating: .max, count: capacity)
    targets = [UInt32](repeating: 0, count: capacity)
    for (node, edgesOfNode) in children.enumerated() {
      for (scalar, target) in edgesOfNode {
        let key = UInt64(node) << 21 | UInt64(scalar)
        var slot = Self.hash(key) & mask
        while edges[slot] != .max { slot = (slot + 1) & mask }
        edges[slot] = key
        targets[slot] = target
      }
    }
  }

  /// The longest word that begins at `start`, among those whose value `accept` takes.
  @inline(__always)
  package func longest(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int,
    where accept: (Int32) -> Bool = { _ in true }
  ) -> (end: Int, value: Int32)? {
    var position = start
    var node: UInt32 = 0
    var found: (end: Int, value: Int32)?
    while position < end {
      let (scalar, length) = UTF8Scalar.at(position, in: text, end: end)
      if node == 0, !canStart(scalar) { return nil }
      guard let next = target(node, scalar) else { break }
      node = next
      position += length
      let value = values[Int(node)]
      if value >= 0, accept(value) { found = (position, value) }
    }
    return found
  }

  /// The longest word that ends at `end`, for a trie made backwards.
  @inline(__always)
  package func longest(
    in text: UnsafeBufferPointer<UInt8>,
    endingAt end: Int,
    from start: Int,
    where accept: (Int32) -> Bool = { _ in true }
  ) -> (start: Int, value: Int32)? {
    var position = end
    var node: UInt32 = 0
    var found: (start: Int, value: Int32)?
    while position > start {
      let (scalar, length) = UTF8Scalar.before(position, in: text, start: start)
      if node == 0, !canStart(scalar) { return nil }
      guard let next = target(node, scalar) else { break }
      node = next
      position -= length
      let value = values[Int(node)]
      if value >= 0, accept(value) { found = (position, value) }
    }
    return found
  }

  /// The value of a word that covers exactly `bytes`.
  package func value(of bytes: [UInt8]) -> Int32? {
    bytes.withUnsafeBufferPointer { text in
      guard let match = longest(in: text, from: 0, to: text.count), match.end == text.count else { return nil }
      return match.value
    }
  }

  @inline(__always)
  private func canStart(_ scalar: UInt32) -> Bool {
    scalar < 65536 && starts[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }

  @inline(__always)
  private func target(_ node: UInt32, _ scalar: UInt32) -> UInt32? {
    let key = UInt64(node) << 21 | UInt64(scalar)
    var slot = Self.hash(key) & mask
    while true {
      let edge = edges[slot]
      if edge == key { return targets[slot] }
      if edge == .max { return nil }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}

/// Code points of a UTF-8 text by byte position. Bytes that are no UTF-8 stand for themselves.
package enum UTF8Scalar {
  @inline(__always)
  package static func at(
    _ position: Int,
    in text: UnsafeBufferPointer<UInt8>,
    end: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[position])
    if first < 0x80 { return (first, 1) }
    if first >= 0xE0, first < 0xF0, position + 3 <= end {
      return (
        (first & 0x0F) << 12 | (UInt32(text[position + 1]) & 0x3F) << 6 | UInt32(text[position + 2]) & 0x3F, 3
      )
    }
    if first >= 0xC0, first < 0xE0, position + 2 <= end {
      return ((first & 0x1F) << 6 | UInt32(text[position + 1]) & 0x3F, 2)
    }
    if first >= 0xF0, position + 4 <= end {
      return (
        (first & 0x07) << 18 | (UInt32(text[position + 1]) & 0x3F) << 12 | (UInt32(text[position + 2]) & 0x3F) << 6
          | UInt32(text[position + 3]) & 0x3F, 4
      )
    }
    return (first, 1)
  }

  @inline(__always)
  package static func before(
    _ end: Int,
    in text: UnsafeBufferPointer<UInt8>,
    start: Int
  ) -> (scalar: UInt32, length: Int) {
    var position = end - 1
    while position > start, text[position] & 0xC0 == 0x80, end - position < 4 { position -= 1 }
    return (at(position, in: text, end: end).scalar, end - position)
  }
}
