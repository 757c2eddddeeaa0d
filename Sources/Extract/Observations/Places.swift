import Lexicon

/// The parts of a report's area that its sentences name: counties, districts, and zones by the ends of their names.
struct Places {
  private let trie: ScalarTrie
  private let own: ScalarTrie

  /// - Parameter code: of the report's own region; `nil` knows zones only.
  init(below code: String?) {
    let region = code.flatMap { Regions.builtIn.region(code: $0, in: nil) }
    own = ScalarTrie(
      (region.map { Regions.builtIn.names(of: $0) } ?? []).enumerated().map { (Array($1.utf8), Int32($0)) }
    )
    let names = code.map { Regions.builtIn.names(below: $0) } ?? []
    trie = ScalarTrie(names.enumerated().map { (Array($1.utf8), Int32($0)) })
  }

  private static let zones: [StaticString] = [
    "经济技术开发区", "经济开发区", "高新技术产业开发区", "高新技术开发区", "经开区", "高新区", "开发区", "都市圈", "功能区", "合作园区", "示范区",
  ]
  private static let towns: [StaticString] = ["主城区"]

  /// Where the name of the report's own region ends.
  func ownEnd(at start: Int, to end: Int, in scan: PhraseScanner) -> Int? {
    own.longest(in: scan.text, from: start, to: end)?.end
  }

  /// Where the place that begins at `start` ends, and whether its name says that it is one.
  func end(at start: Int, to end: Int, in scan: PhraseScanner) -> (end: Int, isFull: Bool)? {
    if let match = trie.longest(in: scan.text, from: start, to: end) {
      let isFull = ["县", "区", "市", "旗", "州", "盟", "省"].contains { (word: StaticString) in
        scan.ends(start..<match.end, with: word)
      }
      // 太湖经开区, 望江开发区
      if !isFull, let zone = zone(at: match.end, to: end, in: scan, reach: 0) { return (zone, true) }
      return (match.end, isFull)
    }
    for word in Self.towns where scan.has(word, at: start, to: end) {
      return (start + word.utf8CodeUnitCount, true)
    }
    return zone(at: start, to: end, in: scan, reach: 12).map { ($0, true) }
  }

  /// A zone's end at most `reach` bytes behind `start`; only Han characters stand before it.
  private func zone(at start: Int, to end: Int, in scan: PhraseScanner, reach: Int) -> Int? {
    var position = start
    while position <= start + reach, position < end {
      for word in Self.zones where scan.has(word, at: position, to: end) {
        return reach == 0 || position >= start + 6 ? position + word.utf8CodeUnitCount : nil
      }
      // 北部六市
      if reach > 0, position == start + 6, let digit = ChineseNumeral.digit(scan.scalar(at: position, to: end)),
        digit > 1,
        scan.has("市", at: position + 3, to: end)
      {
        return position + 6
      }
      let scalar = scan.scalar(at: position, to: end)
      guard scalar >= 0x4E00, scalar <= 0x9FFF, scan.cue([.act, .adverb, .to], at: position, to: end) == nil else {
        return nil
      }
      position += 3
    }
    return nil
  }
}
