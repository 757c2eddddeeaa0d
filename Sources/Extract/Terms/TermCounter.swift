import Documents
import Lexicon

/// Counts the words of the user's lists, section by section, what looks back and what looks ahead apart. Of words that overlap the longest counts.
package struct TermCounter: Sendable {
  private let words: [(list: String, term: String)]
  private let trie: ScalarTrie

  package init(_ lists: [String: [String]]) {
    words = lists.sorted { $0.key < $1.key }.flatMap { list, terms in
      terms.filter { !$0.isEmpty }.map { (list, $0) }
    }
    trie = ScalarTrie(words.enumerated().map { (Array($1.term.utf8), Int32($0)) })
  }

  /// One word found, so packed that hits sort by section, by mood and by word; no section and no mood come first.
  private struct Hit: Comparable {
    var packed: UInt64

    init(section: Int?, mood: Report.Mood?, word: Int32) {
      let place = UInt64(section.map { $0 + 1 } ?? 0) << 2 | UInt64(mood.map { $0.rawValue + 1 } ?? 0)
      packed = place << 32 | UInt64(UInt32(bitPattern: word))
    }

    var section: Int? { packed >> 34 == 0 ? nil : Int(packed >> 34) - 1 }
    var mood: Report.Mood? { packed >> 32 & 3 == 0 ? nil : Report.Mood(rawValue: UInt8(packed >> 32 & 3) - 1) }
    var word: Int { Int(packed & 0xFFFF_FFFF) }

    static func < (one: Hit, other: Hit) -> Bool { one.packed < other.packed }
  }

  /// In the order of sections, in them what looks back first, then of lists and their words.
  ///
  /// - Parameter moods: of each sentence.
  func counts(in text: NormalText, moods: [Report.Mood?]) -> [Report.TermCount] {
    guard !words.isEmpty else { return [] }
    var hits: [Hit] = []
    text.text.bytes.withUnsafeBufferPointer { bytes in
      for (sentence, mood) in zip(text.sentences, moods) {
        var position = sentence.range.lowerBound
        while let match = trie.first(in: bytes, from: position, to: sentence.range.upperBound) {
          hits.append(Hit(section: sentence.section, mood: mood, word: match.value))
          position = match.range.upperBound
        }
      }
    }
    hits.sort()
    var counts: [Report.TermCount] = []
    var first = 0
    while first < hits.count {
      let hit = hits[first]
      var next = first + 1
      while next < hits.count, hits[next].packed == hit.packed { next += 1 }
      let (list, term) = words[hit.word]
      counts.append(
        Report.TermCount(list: list, term: term, section: hit.section, mood: hit.mood, count: next - first)
      )
      first = next
    }
    return counts
  }
}
