/// Letters that were set apart for looks: "政 府 工 作 报 告", a name of two characters as wide as those of three. A page
/// prints them so, and its text keeps them; a title, a site or a name is one word.
enum SpacedLetters {
  /// Brings them together where they are all there is, or most of the text and three at least.
  ///
  /// - Parameter text: its white space single spaces.
  static func closed(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x20) else { return text }
    let words = text.split(separator: 0x20)
    let letters = words.count(where: isLetter)
    guard letters == words.count || letters >= 3 && letters * 2 > words.count else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, word) in words.enumerated() {
      if index > 0, !joins(words[index - 1], word) { result.append(0x20) }
      result += word
    }
    return result
  }

  /// Words of other scripts, and numbers beside one another, stay apart.
  private static func joins(_ last: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    guard let end = last.last, let start = next.first else { return true }
    return isLetter(last) && (isLetter(next) || isDigit(start)) || isLetter(next) && isDigit(end)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// One Han character, or a zero among them.
  private static func isLetter(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 3, let first = word.first else { return false }
    return first >= 0xE4 && first <= 0xE9 || zeros.contains { word.elementsEqual($0) }
  }

  private static let zeros = ["〇", "○"].map { Array($0.utf8) }
}
