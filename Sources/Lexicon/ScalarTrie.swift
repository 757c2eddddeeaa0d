/// Words by their code points: the longest that begins, or ends, at a position of a UTF-8 text.
///
/// A class, because readers pass it on with every look; nothing in it changes. Public, because only what is public is
/// inlined into the stages. A look costs the memory that it touches: a bitmap of first code points and one of pairs answer
/// for the most part of a text that has no word at all, and the nodes behind them lie close together.
public final class ScalarTrie: Sendable {
  /// The first code points of words, then the second ones, and so on, each with what led there. The children of a node
  /// stand side by side, in the order of their code points, and end where those of the next node begin.
  @usableFromInline let nodes: [Node]
  /// The first code points of words.
  @usableFromInline let starts: ScalarSet
  /// Where the nodes of the first code points of each word of that bitmap begin, and after the last where these end.
  @usableFromInline let firstNodes: [Int32]
  /// By the lowest bits of a word's first code point, those of the second ones; all where a word ends with the first.
  @usableFromInline let pairs: [UInt64]

  @frozen
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline let scalar: CodePoint
    /// Where its children begin.
    @usableFromInline var children: Int32 = 0
    /// Of the word that ends here; -1 for none.
    @usableFromInline var value: Int32 = -1

    init(_ scalar: CodePoint) { self.scalar = scalar }
  }

  /// - Parameters:
  ///   - words: each with a value of 0 or more; of equal words the last stays. Those that begin above U+FFFF are left out, and
  ///     so are those beyond two million characters.
  ///   - backwards: whether to match from a word's end to its start.
  package init(_ words: [(word: [UInt8], value: Int32)], backwards: Bool = false) {
    let words = SpelledWords(words, backwards: backwards)
    nodes = words.nodes()
    starts = ScalarSet(words.firstScalars)
    firstNodes = Self.firstNodes(nodes)
    pairs = words.pairs
  }

  private static func firstNodes(_ nodes: [Node]) -> [Int32] {
    // The second code points begin behind the first ones.
    let count = nodes[0].children
    var result = [Int32](repeating: count, count: 1025)
    var word = 0
    for index in 0..<count {
      let last = Int(nodes[Int(index)].scalar.value >> 6)
      while word <= last {
        result[word] = index
        word += 1
      }
    }
    return result
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
    let (scalar, length) = CodePoint.at(start, in: text, end: end)
    guard canStart(scalar) else { return nil }
    var position = start + length
    var next = position < end ? CodePoint.at(position, in: text, end: end) : (.none, 0)
    guard position >= end || mayFollow(scalar, next.scalar), var node = first(scalar) else { return nil }
    var found: (end: Int, value: Int32)?
    while true {
      let value = nodes[node].value
      if value >= 0, accept(value) { found = (position, value) }
      guard position < end, let child = child(of: node, next.scalar) else { return found }
      node = child
      position += next.length
      if position < end { next = CodePoint.at(position, in: text, end: end) }
    }
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
    let (scalar, length) = CodePoint.before(end, in: text, start: start)
    guard canStart(scalar) else { return nil }
    var position = end - length
    var next = position > start ? CodePoint.before(position, in: text, start: start) : (.none, 0)
    guard position <= start || mayFollow(scalar, next.scalar), var node = first(scalar) else { return nil }
    var found: (start: Int, value: Int32)?
    while true {
      let value = nodes[node].value
      if value >= 0, accept(value) { found = (position, value) }
      guard position > start, let child = child(of: node, next.scalar) else { return found }
      node = child
      position -= next.length
      if position > start { next = CodePoint.before(position, in: text, start: start) }
    }
  }

  /// The first word at or behind `start`, and of those that begin there the longest.
  @inlinable
  public func first(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> (range: Range<Int>, value: Int32)? {
    var position = start
    while let found = firstStart(in: text, from: position, to: end) {
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
    guard start < end else { return }
    var (scalar, length) = CodePoint.at(start, in: text, end: end)
    guard canStart(scalar), var node = first(scalar) else { return }
    var position = start + length
    while true {
      if nodes[node].value >= 0 { body(position, nodes[node].value) }
      guard position < end else { return }
      (scalar, length) = CodePoint.at(position, in: text, end: end)
      guard let next = child(of: node, scalar) else { return }
      node = next
      position += length
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

  /// The first place at or behind `start` where a word may begin.
  ///
  /// Three bytes at once, as most of a Chinese text is: the lower bits of the first two name the word of the bitmap, those
  /// of the third the bit.
  @inlinable
  @inline(__always)
  func firstStart(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    starts.words.withUnsafeBufferPointer { words in
      pairs.withUnsafeBufferPointer { pairs in
        var position = start
        while position < end {
          while position < end &- 5, text[position] & 0xF0 == 0xE0 {
            let word = Int(text[position] & 0x0F) << 6 | Int(text[position &+ 1] & 0x3F)
            let bit = UInt64(text[position &+ 2] & 0x3F)
            if words[word] & 1 &<< bit != 0 {
              guard text[position &+ 3] & 0xF0 == 0xE0 else { break }
              let pair = pairs[(word << 6 | Int(bit)) & 511]
              if pair & 1 &<< UInt64(text[position &+ 5] & 0x3F) != 0 { return position }
            }
            position &+= 3
          }
          guard position < end else { return nil }
          if mayBegin(in: text, at: position, to: end) { return position }
          position += CodePoint.at(position, in: text, end: end).length
        }
        return nil
      }
    }
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
  func first(_ scalar: CodePoint) -> Int? {
    let word = Int(scalar.value >> 6)
    return node(of: scalar, from: Int(firstNodes[word]), to: Int(firstNodes[word + 1]))
  }

  @inlinable
  @inline(__always)
  func child(of node: Int, _ scalar: CodePoint) -> Int? {
    self.node(of: scalar, from: Int(nodes[node].children), to: Int(nodes[node + 1].children))
  }

  /// Among siblings, of which there are a few nearly always.
  @inlinable
  @inline(__always)
  func node(of scalar: CodePoint, from start: Int, to end: Int) -> Int? {
    nodes.withUnsafeBufferPointer { nodes in
      var (start, end) = (start, end)
      while end - start > 8 {
        let middle = (start + end) / 2
        if nodes[middle].scalar <= scalar { start = middle } else { end = middle }
      }
      while start < end {
        if nodes[start].scalar == scalar { return start }
        start += 1
      }
      return nil
    }
  }
}
