import Lexicon

/// The parts of a report's area that its sentences name: counties, districts, and zones by the ends of their names.
struct Places {
  private let trie: ScalarTrie
  /// Whether there are counties, so that 县域 is not the whole.
  let hasParts: Bool
  /// Whether the report's own region is known.
  let isKnown: Bool
  private let own: ScalarTrie

  /// - Parameter code: of the report's own region; `nil` knows zones only.
  init(below code: String?, regions: Regions = .builtIn) {
    isKnown = code != nil
    let region = code.flatMap { regions.region(code: $0, in: nil) }
    own = ScalarTrie(
      (region.map { regions.names(of: $0) } ?? []).enumerated().map { (Array($1.utf8), Int32($0)) }
    )
    let names = code.map { regions.names(below: $0) } ?? []
    hasParts = !names.isEmpty
    trie = ScalarTrie(names.enumerated().map { (Array($1.utf8), Int32($0)) })
  }

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
    // Most stretches begin with no place, and with none of these characters.
    switch scan.scalar(at: start, to: end) {
    case "东", "西", "南", "北", "中":
      if let group = group(at: start, to: end, in: scan) { return (group, true) }
    case "主", "高", "经", "综":
      for word in ["主城区", "高新区", "经开区", "综合保税区", "综保区"] as [StaticString]
      where scan.has(word, at: start, to: end) {
        return (start + word.utf8CodeUnitCount, true)
      }
    default: break
    }
    return zone(at: start, to: end, in: scan, reach: 12).map { ($0, true) }
  }

  /// 北部县区, 东南部县市: parts by where they lie.
  private func group(at start: Int, to end: Int, in scan: PhraseScanner) -> Int? {
    var position = start
    while scan.scalar(at: position, to: end).isOne(of: "东西南北中") { position += 3 }
    guard position > start, position <= start + 6, scan.has("部", at: position, to: end) else { return nil }
    for word in ["县市区", "县区", "区县", "县市", "各县", "片区"] as [StaticString] where scan.has(word, at: position + 3, to: end)
    {
      return position + 3 + word.utf8CodeUnitCount
    }
    return nil
  }

  /// A zone's end at most `reach` bytes behind `start`; only Han characters stand before it.
  private func zone(at start: Int, to end: Int, in scan: PhraseScanner, reach: Int) -> Int? {
    guard mayEndInZone(start, end, scan, reach), !isOfAll(start, end, scan) else { return nil }
    var position = start
    while position <= start + reach, position < end {
      if let zone = scan.word(.zone, at: position, to: end) {
        return reach == 0 || position >= start + 6 ? zone : nil
      }
      // 北部六市
      if reach > 0, position == start + 6, let digit = ChineseNumeral.digit(scan.scalar(at: position, to: end)),
        digit > 1,
        scan.has("市", at: position + 3, to: end)
      {
        return position + 6
      }
      let scalar = scan.scalar(at: position, to: end)
      guard scalar.isHan, scan.cue([.act, .adverb, .to], at: position, to: end) == nil else {
        return nil
      }
      position += 3
    }
    return nil
  }

  /// 全市开发区: all that there are, and no zone by its name.
  private func isOfAll(_ start: Int, _ end: Int, _ scan: PhraseScanner) -> Bool {
    ["全市", "全省", "全县", "全区", "全州"].contains { (word: StaticString) in
      scan.has(word, at: start, to: end) || start >= 6 && scan.has(word, at: start - 6, to: start)
    }
  }

  /// A look at the places where a zone's end counts, before the words in front of it are looked at.
  private func mayEndInZone(_ start: Int, _ end: Int, _ scan: PhraseScanner, _ reach: Int) -> Bool {
    guard reach > 0 else { return true }
    if scan.has("园区", at: start, to: end) { return false }  // 园区开发区 are of all kinds
    if scan.has("市", at: start + 9, to: end) { return true }
    for position in stride(from: start + 6, through: min(start + reach, end - 1), by: 3)
    where scan.word(.zone, at: position, to: end) != nil {
      return true
    }
    return false
  }
}
