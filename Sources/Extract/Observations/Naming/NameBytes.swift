import Lexicon

/// Looks for words in a name that is no stretch of the text any more.
extension [UInt8] {
  func ends(with word: StaticString) -> Bool {
    has(word, at: count - word.utf8CodeUnitCount)
  }

  func ends(with word: [UInt8]) -> Bool {
    guard count >= word.count else { return false }
    // Most names differ in the last byte already.
    for offset in word.indices.reversed() where self[count - word.count + offset] != word[offset] { return false }
    return true
  }

  func starts(with word: StaticString) -> Bool {
    has(word, at: 0)
  }

  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && has(word, at: 0)
  }

  func holds(_ word: StaticString) -> Bool {
    end(of: word) != nil
  }

  /// Where the first `word` ends.
  func end(of word: StaticString) -> Int? {
    withUnsafeBufferPointer { $0.first(word, from: 0, to: $0.count) }.map { $0 + word.utf8CodeUnitCount }
  }

  /// Where the last `word` ends.
  func lastEnd(of word: StaticString) -> Int? {
    for end in stride(from: count, through: word.utf8CodeUnitCount, by: -1)
    where has(word, at: end - word.utf8CodeUnitCount) {
      return end
    }
    return nil
  }

  func has(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for offset in 0..<length where self[start + offset] != word.utf8Start[offset] { return false }
    return true
  }
}
