/// Two texts compared line by line.
///
/// Lines that stand once in both texts and in the same order are held fast first (patience); what lies between them is
/// compared by the longest common sequence where it is short enough, and is told as a whole replaced where not: the cost
/// stays bounded whatever the texts are.
package struct LineDifference {
  package enum Kind: String, Sendable, Encodable {
    case same, removed, added
  }

  package struct Line: Sendable, Equatable, Encodable {
    package var kind: Kind
    package var text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Cells of the table of common sequences that one gap may take.
  private static let maximumCells = 4_000_000

  private let old: [Int]
  private let new: [Int]
  private var isKeptOld: [Bool]
  private var isKeptNew: [Bool]

  /// - Complexity: O(n log n) for texts with few repeated lines; bounded by a constant for each gap otherwise.
  package static func lines(from old: [String], to new: [String]) -> [Line] {
    // By bytes: two ways of writing one character are two lines.
    var numbers: [[UInt8]: Int] = [:]
    func number(_ line: String) -> Int {
      let line = Array(line.utf8)
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    var difference = LineDifference(old: old.map(number), new: new.map(number))
    difference.compare(0..<old.count, 0..<new.count)
    return difference.merged(old, new)
  }

  private init(old: [Int], new: [Int]) {
    self.old = old
    self.new = new
    isKeptOld = Array(repeating: false, count: old.count)
    isKeptNew = Array(repeating: false, count: new.count)
  }

  private mutating func keep(_ left: Int, _ right: Int) {
    isKeptOld[left] = true
    isKeptNew[right] = true
  }

  private mutating func compare(_ first: Range<Int>, _ second: Range<Int>) {
    // A list of gaps and no recursion: the depth would be the text's to choose.
    var gaps = [(first, second)]
    while let (left, right) = gaps.popLast() {
      var (low, high) = (left, right)
      while let a = low.first, let b = high.first, old[a] == new[b] {
        keep(a, b)
        low.removeFirst()
        high.removeFirst()
      }
      while let a = low.last, let b = high.last, old[a] == new[b] {
        keep(a, b)
        low.removeLast()
        high.removeLast()
      }
      guard !low.isEmpty, !high.isEmpty else { continue }
      let anchors = anchors(low, high)
      guard !anchors.isEmpty else {
        compareWhole(low, high)
        continue
      }
      var (a, b) = (low.lowerBound, high.lowerBound)
      for anchor in anchors {
        keep(anchor.old, anchor.new)
        gaps.append((a..<anchor.old, b..<anchor.new))
        (a, b) = (anchor.old + 1, anchor.new + 1)
      }
      gaps.append((a..<low.upperBound, b..<high.upperBound))
    }
  }

  /// Lines that stand once in both ranges: the longest run of them that is in order on both sides.
  private func anchors(_ low: Range<Int>, _ high: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (old: Int, oldCount: Int, new: Int, newCount: Int)] = [:]
    for index in low {
      let known = places[old[index]]
      places[old[index]] = (index, (known?.oldCount ?? 0) + 1, 0, 0)
    }
    for index in high {
      guard var known = places[new[index]] else { continue }
      (known.new, known.newCount) = (index, known.newCount + 1)
      places[new[index]] = known
    }
    let unique = places.values.filter { $0.oldCount == 1 && $0.newCount == 1 }.sorted { $0.old < $1.old }
    // The longest ascending sequence of the places in the new text.
    var piles: [Int] = []
    var before = [Int](repeating: -1, count: unique.count)
    for (index, place) in unique.enumerated() {
      var (start, end) = (0, piles.count)
      while start < end {
        let middle = (start + end) / 2
        if unique[piles[middle]].new < place.new { start = middle + 1 } else { end = middle }
      }
      if start > 0 { before[index] = piles[start - 1] }
      if start == piles.count { piles.append(index) } else { piles[start] = index }
    }
    var anchors: [(old: Int, new: Int)] = []
    var index = piles.last ?? -1
    while index >= 0 {
      anchors.append((unique[index].old, unique[index].new))
      index = before[index]
    }
    return anchors.reversed()
  }

  private mutating func compareWhole(_ low: Range<Int>, _ high: Range<Int>) {
    let (cells, overflow) = low.count.multipliedReportingOverflow(by: high.count)
    guard !overflow, cells <= Self.maximumCells else { return }
    let width = high.count + 1
    var lengths = [Int32](repeating: 0, count: (low.count + 1) * width)
    for a in (0..<low.count).reversed() {
      for b in (0..<high.count).reversed() {
        lengths[a * width + b] =
          old[low.lowerBound + a] == new[high.lowerBound + b]
          ? lengths[(a + 1) * width + b + 1] + 1
          : max(lengths[(a + 1) * width + b], lengths[a * width + b + 1])
      }
    }
    var (a, b) = (0, 0)
    while a < low.count, b < high.count {
      if old[low.lowerBound + a] == new[high.lowerBound + b] {
        keep(low.lowerBound + a, high.lowerBound + b)
        (a, b) = (a + 1, b + 1)
      } else if lengths[(a + 1) * width + b] >= lengths[a * width + b + 1] {
        a += 1
      } else {
        b += 1
      }
    }
  }

  private func merged(_ oldLines: [String], _ newLines: [String]) -> [Line] {
    var lines: [Line] = []
    var (a, b) = (0, 0)
    while a < old.count || b < new.count {
      if a < old.count, !isKeptOld[a] {
        lines.append(Line(.removed, oldLines[a]))
        a += 1
      } else if b < new.count, !isKeptNew[b] {
        lines.append(Line(.added, newLines[b]))
        b += 1
      } else if a < old.count, b < new.count {
        lines.append(Line(.same, oldLines[a]))
        (a, b) = (a + 1, b + 1)
      } else {
        break
      }
    }
    return lines
  }
}
