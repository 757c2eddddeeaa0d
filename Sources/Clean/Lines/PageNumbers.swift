/// Numbers of a paper's pages among the lines of its text.
enum PageNumbers {
  /// A page number by itself, with marks beside it: "- 1 -", "— 12 —", "第 53 页".
  static func isMarked(_ bytes: [UInt8]) -> Bool { marked(bytes) != nil }

  /// The number of a line that is a page number with marks and nothing else.
  static func marked(_ bytes: [UInt8]) -> Int? {
    let key = LineKey(bytes).bytes
    guard !key.isEmpty, key.count <= 24 else { return nil }
    var digits = 0
    var value = 0
    var marks = 0
    var index = 0
    while index < key.count {
      if key[index] >= 0x30, key[index] <= 0x39 {
        digits += 1
        value = value * 10 + Int(key[index] - 0x30)
        index += 1
        guard digits <= 6 else { return nil }
      } else if key[index] == UInt8(ascii: "-") || key[index] == UInt8(ascii: "/") {
        marks += 1
        index += 1
      } else if key[index] == 0xE2, index + 2 < key.count {
        // Dashes of any length.
        marks += 1
        index += 3
      } else if key[index...].starts(with: "第".utf8) || key[index...].starts(with: "页".utf8)
        || key[index...].starts(with: "共".utf8)
      {
        marks += 1
        index += 3
      } else {
        return nil
      }
    }
    return digits > 0 && marks >= 2 ? value : nil
  }

  /// "— 23".
  static func isBroken(_ bytes: [UInt8]) -> Bool {
    let key = LineKey(bytes).bytes
    let digits = key.dropFirst(3)
    return key.starts(with: "—".utf8) && (1...3).contains(digits.count)
      && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Numbers that count up, few of them left out: what stands on pages does, and what a text tells does not.
  static func countUp(_ values: [Int]) -> Bool {
    let steps = zip(values, values.dropFirst()).count { $1 > $0 && $1 <= $0 + 3 }
    return values.count >= 3 && steps * 10 >= (values.count - 1) * 9
  }

  /// "— 13 — 全年全市…": a page number that came into the line behind it stands in a line of its own again, where the pages
  /// beside it have one.
  static func detached(_ lines: [TextLine]) -> [TextLine] {
    let leading = lines.map { $0.bytes.count > 6 ? markedBeginning(of: $0.bytes) : nil }
    guard leading.contains(where: { $0 != nil }) else { return lines }
    let others = Set(lines.lazy.compactMap { $0.bytes.count <= 24 ? marked($0.bytes) : nil })
    guard others.count >= 3 else { return lines }
    return zip(lines, leading).flatMap { line, number in
      guard let (value, end) = number, !others.contains(value), others.contains(value - 1) || others.contains(value + 1)
      else { return [line] }
      return line.cut(at: [end])
    }
  }

  /// A number between dashes before other words: the number, and where the words begin.
  private static func markedBeginning(of bytes: [UInt8]) -> (value: Int, end: Int)? {
    var position = 0
    func skip(_ isSkipped: (UInt8) -> Bool) {
      while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
    }
    func dash() -> Bool {
      if position < bytes.count, bytes[position] == UInt8(ascii: "-") {
        position += 1
        return true
      }
      guard position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x80,
        (0x93...0x95).contains(bytes[position + 2])
      else { return false }
      position += 3
      return true
    }
    guard let first = bytes.first, first == UInt8(ascii: "-") || first == 0xE2, dash() else { return nil }
    skip { $0 == 0x20 }
    var value = 0
    let start = position
    while position < bytes.count, position < start + 4, (0x30...0x39).contains(bytes[position]) {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    guard position > start else { return nil }
    skip { $0 == 0x20 }
    guard dash() else { return nil }
    skip { $0 == 0x20 }
    return position < bytes.count ? (value, position) : nil
  }

  /// Lines that are nothing but a number, each one more than the one a page before: "7", or "7 7" and "77" where a paper
  /// prints its number twice.
  ///
  /// - Complexity: O(n).
  static func counted(_ lines: [TextLine]) -> [Int] {
    var before = 0
    /// By the number that it ends with, the longest way to count up to it.
    var ways: [Int: Way] = [:]
    var best: Way?
    var nodes: [Node] = []
    for (index, line) in lines.enumerated() {
      before += line.bytes.count
      guard line.bytes.count <= 9 else { continue }
      for value in values(of: line.bytes) {
        var node = Node(line: index, bytes: before, previous: nil)
        var length = 1
        if let way = ways[value - 1], index - nodes[way.node].line >= fewestLines {
          node.previous = way.node
          length = way.length + 1
        }
        if let known = ways[value], known.length > length, known.length > 1 { continue }
        nodes.append(node)
        let way = Way(node: nodes.count - 1, length: length)
        ways[value] = way
        if length > best?.length ?? 3 { best = way }
      }
    }
    guard let best else { return [] }
    var found: [Node] = []
    var node: Int? = best.node
    while let at = node {
      found.append(nodes[at])
      node = nodes[at].previous
    }
    found.reverse()
    return areLikePages(found, of: lines) ? found.map(\.line) : []
  }

  private struct Way {
    var node: Int
    var length: Int
  }

  private struct Node {
    var line: Int
    /// Of all lines up to it.
    var bytes: Int
    var previous: Int?
  }

  /// Lines between two pages' numbers.
  private static let fewestLines = 6

  /// Whether numbers stand in most of the text, at distances that differ as pages do, in lines that end where a paper did.
  private static func areLikePages(_ found: [Node], of lines: [TextLine]) -> Bool {
    guard let first = found.first, let last = found.last, (last.line - first.line) * 2 >= lines.count else {
      return false
    }
    let distances = zip(found, found.dropFirst()).map { $1.bytes - $0.bytes }.sorted()
    let median = distances[distances.count / 2]
    let alike = distances.count { $0 * 3 >= median && $0 <= median * 3 }
    return median >= 300 && alike * 4 >= distances.count * 3 && HardBreaks(lines).fullWidth != nil
  }

  private static func values(of bytes: [UInt8]) -> [Int] {
    let tokens = bytes.split(separator: 0x20)
    guard tokens.count <= 2, tokens.allSatisfy({ $0.count <= 6 && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let first = tokens.first, first.first != 0x30
    else { return [] }
    func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    if tokens.count == 2 { return first == tokens[1] ? [value(first)] : [] }
    let half = first.count / 2
    let isTwice = first.count.isMultiple(of: 2) && first.prefix(half) == first.suffix(half)
    return isTwice ? [value(first), value(first.prefix(half))] : [value(first)]
  }
}
