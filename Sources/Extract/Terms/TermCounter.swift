import Documents
import Lexicon

/// Counts the words of the user's lists, section by section. Of words that overlap the longest counts.
package struct TermCounter: Sendable {
  private let words: [(list: String, term: String)]
  private let trie: ScalarTrie

  package init(_ lists: [String: [String]]) {
    words = lists.sorted { $0.key < $1.key }.flatMap { list, terms in
      terms.filter { !$0.isEmpty }.map { (list, $0) }
    }
    trie = ScalarTrie(words.enumerated().map { (Array($1.term.utf8), Int32($0)) })
  }

  /// In the order of sections, then of lists and their words.
  func counts(in text: NormalText) -> [Report.TermCount] {
    guard !words.isEmpty else { return [] }
    var counts: [Int: [Int: Int]] = [:]
    text.text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in text.sentences {
        var position = sentence.range.lowerBound
        while position < sentence.range.upperBound {
          if let match = trie.longest(in: bytes, from: position, to: sentence.range.upperBound) {
            counts[sentence.section ?? -1, default: [:]][Int(match.value), default: 0] += 1
            position = match.end
          } else {
            position += CodePoint.at(position, in: bytes, end: sentence.range.upperBound).length
          }
        }
      }
    }
    return counts.sorted { $0.key < $1.key }.flatMap { section, found in
      found.sorted { $0.key < $1.key }.map { word, count in
        Report.TermCount(
          list: words[word].list,
          term: words[word].term,
          section: section < 0 ? nil : section,
          count: count
        )
      }
    }
  }
}
