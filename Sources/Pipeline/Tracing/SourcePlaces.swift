import Documents

/// Finds where words of a page stand in its document's bytes.
///
/// The page's map knows the element or line that each stretch of the page came from. Inside of it the page's characters
/// are held against those of the source, markup and white space aside, so that a figure is found to the byte.
struct SourcePlaces {
  private struct Character {
    /// Byte offset in the page's text.
    var text: Int
    /// Byte range in the document; `nil` for what clean put there itself.
    var source: Range<Int>?
  }

  let page: Page
  let map: PageMap
  let bytes: [UInt8]
  let isMarkup: Bool

  /// The bytes from the first to the last character of a range of the page's text; `nil` where one of them cannot be
  /// found.
  func exact(_ range: Range<Int>) -> Range<Int>? {
    let characters = self.characters(of: range).filter { range.contains($0.text) }
    var found: Range<Int>?
    for character in characters {
      guard let place = character.source else { return nil }
      guard let known = found else {
        found = place
        continue
      }
      guard place.lowerBound >= known.lowerBound else { return nil }
      found = known.lowerBound..<max(known.upperBound, place.upperBound)
    }
    return found
  }

  /// As ``exact(_:)``, characters without a place left out.
  func near(_ range: Range<Int>) -> Range<Int>? {
    let places = characters(of: range).filter { range.contains($0.text) }.compactMap(\.source)
    guard let start = places.map(\.lowerBound).min(), let end = places.map(\.upperBound).max() else { return nil }
    return start..<end
  }

  /// The elements or lines of the source that a range of the page's text came from.
  func lines(_ range: Range<Int>) -> Range<Int>? {
    let sources = segments(of: range).map { map.segments[$0].source.clamped(to: 0..<bytes.count) }
    guard let start = sources.map(\.lowerBound).min(), let end = sources.map(\.upperBound).max() else { return nil }
    return start..<end
  }

  private func segments(of range: Range<Int>) -> Range<Int> {
    var (low, high) = (0, map.segments.count)
    while low < high {
      let middle = (low + high) / 2
      if map.segments[middle].textOffset <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let first = max(0, low - 1)
    var end = first
    while end < map.segments.count, end == first || map.segments[end].textOffset < range.upperBound { end += 1 }
    return first..<end
  }

  private func characters(of range: Range<Int>) -> [Character] {
    var characters: [Character] = []
    for index in segments(of: range) {
      let segment = map.segments[index]
      let end = index + 1 < map.segments.count ? map.segments[index + 1].textOffset : page.text.count
      let stretch = min(segment.textOffset, page.text.count)..<max(segment.textOffset, min(end, page.text.count))
      let source = SourceText(bytes, segment.source, charset: map.charset)
      characters += Self.match(page.text, stretch, VisibleText(source, isMarkup: isMarkup))
    }
    return characters
  }

  /// How many characters must agree for the two texts to be held for one again behind a difference.
  private static let agreement = 8
  /// Texts that differ in more places are not what they seem.
  private static let maximumDifferences = 400

  private static func match(_ text: UTF8Text, _ range: Range<Int>, _ source: VisibleText) -> [Character] {
    var characters: [Character] = []
    var wanted: [Unicode.Scalar] = []
    var offset = range.lowerBound
    for scalar in text[range.clamped(to: 0..<text.count)].unicodeScalars {
      if !scalar.isBlank {
        wanted.append(scalar)
        characters.append(Character(text: offset, source: nil))
      }
      offset += UTF8.width(scalar)
    }
    var (place, differences) = (0, 0)
    for index in wanted.indices {
      if place >= source.scalars.count || source.scalars[place] != wanted[index] {
        differences += 1
        let end = min(index + agreement, wanted.count)
        guard differences <= maximumDifferences, let next = find(wanted[index..<end], in: source.scalars, from: place)
        else { continue }
        place = next
      }
      characters[index].source = source.places[place]
      place += 1
    }
    return characters
  }

  private static func find(_ part: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard start <= text.count - part.count else { return nil }
    return (start...(text.count - part.count)).first { text[$0..<($0 + part.count)] == part }
  }
}
