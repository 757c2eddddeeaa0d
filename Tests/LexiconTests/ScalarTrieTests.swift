import Testbed
import Testing

@testable import Lexicon

@Suite("A trie finds what a look at each of its words finds")
struct ScalarTrieTests {
  @Test("Words of one to four bytes a character, of which some begin others", arguments: 0..<40)
  func words(round: Int) {
    let seed = UInt64.random(in: 0..<1 << 48) + UInt64(round)
    var generator = SeededNumbers(seed: seed)
    let letters = ["a", "9", "é", "年", "月", "平", "增", "长", "至", "𠮷"]
    func text(_ lengths: ClosedRange<Int>) -> [UInt8] {
      let count = Int.random(in: lengths, using: &generator)
      return Array((0..<count).map { _ in letters.randomElement(using: &generator) ?? "" }.joined().utf8)
    }
    let words = (0..<Int.random(in: 0...60, using: &generator)).map { (word: text(1...4), value: Int32($0)) }
    let long = text(0...80)
    // Above U+FFFF words have no beginning.
    let known = words.filter { $0.word.first ?? 0xF0 < 0xF0 }
    let values = Dictionary(known.map { ($0.word, $0.value) }) { $1 }
    let lasts = Dictionary(words.filter { $0.word.suffix(4).first != 0xF0 }.map { ($0.word, $0.value) }) { $1 }
    let forwards = ScalarTrie(words)
    let backwards = ScalarTrie(words, backwards: true)

    long.withUnsafeBufferPointer { bytes in
      var first: (range: Range<Int>, value: Int32)?
      for place in long.indices.reversed() where long[place] & 0xC0 != 0x80 {
        let longest = values.filter { long[place...].starts(with: $0.key) }.max { $0.key.count < $1.key.count }
        let found = forwards.longest(in: bytes, from: place, to: long.count)
        #expect(found?.end == longest.map { place + $0.key.count } && found?.value == longest?.value, "seed \(seed)")
        var all: [Int] = []
        forwards.forEach(in: bytes, from: place, to: long.count) { end, _ in all.append(end - place) }
        #expect(all == values.keys.filter { long[place...].starts(with: $0) }.map(\.count).sorted(), "seed \(seed)")
        if let longest { first = (place..<place + longest.key.count, longest.value) }
        let next = forwards.first(in: bytes, from: place, to: long.count)
        #expect(next?.range == first?.range && next?.value == first?.value, "seed \(seed)")

        let ending = lasts.filter { long[..<place].reversed().starts(with: $0.key.reversed()) }
          .max { $0.key.count < $1.key.count }
        let before = backwards.longest(in: bytes, endingAt: place, from: 0)
        #expect(before?.start == ending.map { place - $0.key.count } && before?.value == ending?.value, "seed \(seed)")
      }
    }
    for word in words.map(\.word) + [text(1...4)] {
      #expect(forwards.value(of: word) == values[word], "seed \(seed)")
    }
  }

  @Test("Of more siblings than a look passes one by one each is found")
  func siblings() {
    let words = (0..<300).map {
      (word: Array("增\(String(UnicodeScalar(0x4E00 + UInt32($0) * 7) ?? "一"))".utf8), value: Int32($0))
    }
    let trie = ScalarTrie(words.shuffled())
    for (word, value) in words { #expect(trie.value(of: word) == value) }
    #expect(trie.value(of: Array("增".utf8)) == nil && trie.value(of: Array("增丁".utf8)) == nil)
  }
}
