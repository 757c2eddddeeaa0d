/// A text that was saved twice from one page, which has a print of it for each kind of screen: the second print, with
/// the foot and the head between the two, is none of the document's own. Nor is a stretch that stands twice in a row.
enum SecondPrint {
  /// Prose lines that a second print has at least.
  private static let least = 5

  /// The indices without a second print.
  ///
  /// - Parameter body: indices of lines, ascending.
  /// - Complexity: O(bytes).
  static func without(_ body: [Int], of lines: [TextLine]) -> [Int] {
    let prose = body.indices.filter { lines[body[$0]].measure.stops > 0 && lines[body[$0]].measure.units >= 20 }
    var places: [[UInt8]: Int] = [:]
    var repeated = [Bool](repeating: false, count: prose.count)
    for (position, place) in prose.enumerated() {
      repeated[position] = places.updateValue(position, forKey: lines[body[place]].bytes) != nil
    }
    guard let start = repeated.firstIndex(of: true) else { return body }
    if let again = echo(from: prose[start], of: prose, in: body, lines) {
      return Array(body[..<again.lowerBound] + body[again.upperBound...])
    }
    let second = repeated[start...]
    guard second.count >= least, second.count(where: { $0 }) * 10 >= second.count * 9 else { return body }
    // The last line that both prints have, and what stands behind it in both.
    let again = Set(prose[start...].map { lines[body[$0]].bytes })
    guard let last = prose[..<start].last(where: { again.contains(lines[body[$0]].bytes) }),
      let end = prose.last(where: { lines[body[$0]].bytes == lines[body[last]].bytes })
    else { return body }
    let tail = zip(body[(last + 1)...], body[(end + 1)...]).prefix { lines[$0].bytes == lines[$1].bytes }.count
    return Array(body[...(last + min(tail, prose[start] - last - 1))])
  }

  /// A stretch that stands again right behind itself, where a text was put together of parts that overlap: what follows
  /// it goes on where the first left off.
  ///
  /// - Parameter start: the first place in the body of a prose line that stood before.
  private static func echo(from start: Int, of prose: [Int], in body: [Int], _ lines: [TextLine]) -> Range<Int>? {
    guard let first = prose.first(where: { lines[body[$0]].bytes == lines[body[start]].bytes }), first < start,
      prose.count(where: { (first..<start).contains($0) }) >= least
    else { return nil }
    let end = start + (start - first)
    guard end <= body.count,
      zip(body[first..<start], body[start..<end]).allSatisfy({ lines[$0].bytes == lines[$1].bytes })
    else { return nil }
    return start..<end
  }
}
