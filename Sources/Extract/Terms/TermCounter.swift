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

  private struct Place: Hashable {
    /// -1 before the first heading.
    var section: Int
    /// As `Report.Mood` numbers it; -1 where it is not said.
    var mood: Int
  }

  /// In the order of sections, in them what looks back first, then of lists and their words.
  ///
  /// - Parameter moods: of each sentence.
  func counts(in text: NormalText, moods: [Report.Mood?]) -> [Report.TermCount] {
    guard !words.isEmpty else { return [] }
    var counts: [Place: [Int: Int]] = [:]
    text.text.bytes.withUnsafeBufferPointer { bytes in
      for (sentence, mood) in zip(text.sentences, moods) {
        let place = Place(section: sentence.section ?? -1, mood: mood.map { Int($0.rawValue) } ?? -1)
        var position = sentence.range.lowerBound
        while position < sentence.range.upperBound {
          if let match = trie.longest(in: bytes, from: position, to: sentence.range.upperBound) {
            counts[place, default: [:]][Int(match.value), default: 0] += 1
            position = match.end
          } else {
            position += CodePoint.at(position, in: bytes, end: sentence.range.upperBound).length
          }
        }
      }
    }
    let sorted = counts.sorted { ($0.key.section, $0.key.mood) < ($1.key.section, $1.key.mood) }
    return sorted.flatMap { place, found in
      found.sorted { $0.key < $1.key }.map { word, count in
        Report.TermCount(
          list: words[word].list,
          term: words[word].term,
          section: place.section < 0 ? nil : place.section,
          mood: place.mood < 0 ? nil : Report.Mood(rawValue: UInt8(place.mood)),
          count: count
        )
      }
    }
  }
}
