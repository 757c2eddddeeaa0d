/// Words as code points, on their way into a trie.
struct SpelledWords {
  /// All, one word after another.
  private var scalars: [CodePoint] = []
  private var words: [(range: Range<Int>, value: Int32)] = []

  /// Of all words together: as many as a step can tell apart.
  private static let mostScalars = 1 << 21

  init(_ words: [(word: [UInt8], value: Int32)], backwards: Bool) {
    for (word, value) in words {
      let start = scalars.count
      word.withUnsafeBufferPointer { word in
        var position = 0
        while position < word.count {
          let (scalar, length) = CodePoint.at(position, in: word, end: word.count)
          scalars.append(scalar)
          position += length
        }
      }
      if backwards { scalars[start...].reverse() }
      if start < scalars.count, scalars.count < Self.mostScalars, scalars[start].value < 65536 {
        self.words.append((start..<scalars.count, value))
      } else {
        scalars.removeSubrange(start...)
      }
    }
  }

  var firstScalars: [CodePoint] { words.map { scalars[$0.range.lowerBound] } }

  /// ``ScalarTrie/pairs``
  var pairs: [UInt64] {
    var pairs = [UInt64](repeating: 0, count: 512)
    for (range, _) in words {
      let bits = range.count > 1 ? 1 << UInt64(scalars[range.lowerBound + 1].value & 63) : UInt64.max
      pairs[Int(scalars[range.lowerBound].value & 511)] |= bits
    }
    return pairs
  }

  /// ``ScalarTrie/nodes``: one depth after another. A step leads a word to its next node; the numbers that stand for steps
  /// are in the order of these nodes, and of their words.
  func nodes() -> [ScalarTrie.Node] {
    var nodes: [ScalarTrie.Node] = []
    // Nodes whose children are known to begin.
    var begun = 0
    var depth = 0
    var steps = words.indices.map { step(of: $0, at: depth, from: 0) }
    while !steps.isEmpty {
      steps.sort()
      var next: [UInt64] = []
      var last: UInt64?
      for step in steps {
        let word = Int(step & 0x3F_FFFF)
        if step >> 22 != last {
          last = step >> 22
          let parent = Int(step >> 43)
          while depth > 0, begun <= parent {
            nodes[begun].children = Int32(nodes.count)
            begun += 1
          }
          nodes.append(ScalarTrie.Node(scalars[words[word].range.lowerBound + depth]))
        }
        if words[word].range.count == depth + 1 {
          nodes[nodes.count - 1].value = words[word].value
        } else {
          next.append(self.step(of: word, at: depth + 1, from: nodes.count - 1))
        }
      }
      depth += 1
      steps = next
    }
    let count = nodes.count
    // One more, so that the children of the last end.
    nodes.append(ScalarTrie.Node(.none))
    for node in begun...count { nodes[node].children = Int32(count) }
    return nodes
  }

  /// 21 bits of the node that is left, 21 of the code point and 22 of the word.
  private func step(of word: Int, at depth: Int, from node: Int) -> UInt64 {
    UInt64(node) << 43 | UInt64(scalars[words[word].range.lowerBound + depth].value) << 22 | UInt64(word)
  }
}
