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
    guard count >= word.utf8CodeUnitCount else { return nil }
    for start in 0...(count - word.utf8CodeUnitCount) where has(word, at: start) {
      return start + word.utf8CodeUnitCount
    }
    return nil
  }

  /// Where the last `word` ends.
  func lastEnd(of word: StaticString) -> Int? {
    guard count >= word.utf8CodeUnitCount else { return nil }
    for start in (0...(count - word.utf8CodeUnitCount)).reversed() where has(word, at: start) {
      return start + word.utf8CodeUnitCount
    }
    return nil
  }

  private func has(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for offset in 0..<length where self[start + offset] != word.utf8Start[offset] { return false }
    return true
  }
}
