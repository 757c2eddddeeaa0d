import Documents

/// What became of the text on its way.
enum TextRules {
  static let all = [bodyUncertain, cutOff, lengthDiffers, replacedCharacters, repairedDigits]

  /// Below this the two ways to a page's body agree on hardly more than half of it.
  private static let leastConfidence = 0.6

  static let bodyUncertain = Rule<DocumentContext>(name: "body-uncertain", severity: .warning) { context in
    guard let confidence = context.page.bodyConfidence, confidence < leastConfidence,
      let first = context.page.blocks.first
    else { return [] }
    let bytes = context.page.text.bytes
    let line = around(first.range.lowerBound, in: bytes, first.range.clamped(to: 0..<bytes.count))
    return [
      Remark(
        "two ways to the page's text agree on \(Int((confidence * 100).rounded())) % of it; the text begins with "
          + Figures.quoted(line)
      )
    ]
  }

  static let cutOff = Rule<DocumentContext>(name: "text-cut-off", severity: .warning) { context in
    guard context.page.isCutOff else { return [] }
    return [Remark("the text breaks off: \(Figures.quoted(lastLine(of: context.page)))")]
  }

  static let lengthDiffers = Rule<DocumentContext>(name: "length-differs", severity: .warning) { context in
    guard let stated = context.page.statedLength, stated > 0 else { return [] }
    let length = characters(in: context.page.text.bytes)
    guard abs(length - stated) * 10 > stated else { return [] }
    return [
      Remark(
        "the page states a length of \(stated) characters, the text has \(length); it ends with "
          + Figures.quoted(lastLine(of: context.page))
      )
    ]
  }

  static let replacedCharacters = Rule<DocumentContext>(name: "replaced-characters", severity: .warning) { context in
    guard context.page.hasReplacements else { return [] }
    let bytes = context.page.text.bytes
    let mark: [UInt8] = [0xEF, 0xBF, 0xBD]
    for block in context.page.blocks {
      let range = block.range.clamped(to: 0..<bytes.count)
      guard let place = find(mark, in: bytes, range) else { continue }
      let line = around(place, in: bytes, range)
      return [Remark("bytes that are no text were replaced, first in \(Figures.quoted(line))")]
    }
    return [Remark("bytes that are no text were replaced")]
  }

  static let repairedDigits = Rule<DocumentContext>(name: "repaired-digits", severity: .info) { context in
    context.figures.compactMap { figure in
      guard isDamaged(figure.quote) else { return nil }
      return Remark(
        "\"\(figure.quote)\" was read as \(figure.text): "
          + Figures.quoted(figure.sentence, around: figure.quote),
        observation: figure.index
      )
    }
  }

  /// Whether a letter stands where a digit should: l, I, O or o beside a digit, a point or another such letter beside
  /// a digit.
  private static func isDamaged(_ quote: String) -> Bool {
    let bytes = Array(quote.utf8)
    let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    let letters = Array("lIOo".utf8)
    return bytes.indices.contains { index in
      guard letters.contains(bytes[index]) else { return false }
      let neighbours = [index - 1, index + 1].filter(bytes.indices.contains).map { bytes[$0] }
      return neighbours.contains { isDigit($0) }
    }
  }

  /// Code points that are no white space.
  private static func characters(in bytes: [UInt8]) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 && byte > 0x20 { count += 1 }
    return count
  }

  private static func lastLine(of page: Page) -> String {
    guard let block = page.blocks.last else { return "" }
    let bytes = page.text.bytes
    let range = block.range.clamped(to: 0..<bytes.count)
    return around(range.upperBound, in: bytes, range)
  }

  /// About 40 characters around a byte, inside a line.
  private static func around(_ place: Int, in bytes: [UInt8], _ line: Range<Int>) -> String {
    var start = max(line.lowerBound, place - 60)
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(line.upperBound, place + 60)
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count >= needle.count else { return nil }
    return (range.lowerBound...range.upperBound - needle.count).first { start in
      needle.indices.allSatisfy { bytes[start + $0] == needle[$0] }
    }
  }
}
