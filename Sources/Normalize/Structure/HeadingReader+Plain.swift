import Lexicon

/// Lines without a number.
extension HeadingReader {
  /// What stands around a line.
  struct Surroundings {
    /// The line above, `nil` for the first.
    var previous: Range<Int>?
    /// The line below, `nil` for the last.
    var next: Range<Int>?
    /// Whether the markup calls it a heading.
    var isMarked: Bool
    /// Whether the report has begun: before that, short lines are its title and its speaker.
    var isBody: Bool
    /// Whether lines end where the paper ended: then a short one says nothing.
    var isWrapped: Bool
  }

  /// The heading without a number that the line is, if it is one.
  func plain(in line: Range<Int>, _ around: Surroundings) -> Heading? {
    let title = trimmed(line)
    // Most lines are paragraphs, whose characters need not be counted.
    guard title.count <= 4 * parameters.longestPlainHeading else { return nil }
    let count = characters(in: title)
    guard count >= 2, count <= parameters.longestPlainHeading else { return nil }
    if words.tail.contains(where: { text[title].elementsEqual($0) }) {
      return Heading(kind: .tail, range: line, title: title, isRunIn: false)
    }
    guard title.upperBound == line.upperBound, let next = around.next, isLikeHeading(title) else { return nil }
    // "01" and, below it, "综合".
    if let previous = around.previous, previous.count <= 2, text[previous].allSatisfy(isDigit) {
      let value = text[previous].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      return Heading(kind: .numbered(.han), value: value, number: previous, range: line, title: title, isRunIn: false)
    }
    if count <= 24, hasYearOrSpan(title), holdsTop(title) {
      let isReportTitle = holds("报告", in: title) || holds("报告", in: next)
      let isAtStart = isYear(at: title.lowerBound, in: title) || !isDigit(text[title.lowerBound]) && !around.isBody
      if around.isBody || isAtStart && !isReportTitle && !opens(title, with: "关于") {
        return Heading(kind: .top, range: line, title: title, isRunIn: false)
      }
      return nil
    }
    guard around.isBody, !around.isWrapped, count >= 4, around.previous.map(isClosed) ?? true else { return nil }
    let isOverProse =
      endsSentence(next) && characters(in: next) > max(12, count) || HeadingNumber(text, in: next) != nil
    guard isOverProse || around.isMarked else { return nil }
    return Heading(kind: .plain, range: line, title: title, isRunIn: false)
  }

  /// Whether nothing of the line goes on in the next one: it ends a sentence, or is too short to be wrapped.
  func isClosed(_ line: Range<Int>) -> Bool {
    guard let last = text[line].last else { return true }
    if endsSentence(line) || last == UInt8(ascii: ":") || last == UInt8(ascii: ";") || last == UInt8(ascii: "!") {
      return true
    }
    return last != UInt8(ascii: ",") && characters(in: line) <= parameters.longestPlainHeading
  }

  /// No list, no figure, no label, no caption: words, perhaps with commas between.
  private func isLikeHeading(_ title: Range<Int>) -> Bool {
    let bytes = text[title]
    guard let first = bytes.first, first >= 0xE4, !bytes.contains(UInt8(ascii: ":")),
      !bytes.contains(UInt8(ascii: ";")),
      !bytes.contains(UInt8(ascii: "?")), !hasMeasuredFigure(title)
    else { return first(of: title).map { isDigit($0) } == true && isYear(at: title.lowerBound, in: title) }
    return !opens(title, with: words.label)
  }

  func first(of range: Range<Int>) -> UInt8? { range.isEmpty ? nil : text[range.lowerBound] }

  func hasYearOrSpan(_ title: Range<Int>) -> Bool {
    var offset = title.lowerBound
    while offset + 7 <= title.upperBound {
      if isYear(at: offset, in: title) { return true }
      offset += 1
    }
    return opens(title, with: words.span)
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    closes(line, with: "。") || !line.isEmpty && closes(line.lowerBound..<(line.upperBound - 1), with: "。")
  }

  /// Whether the words hold an amount or a rate; years and small counts are none.
  func hasMeasuredFigure(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if text[offset] == UInt8(ascii: "%") { return true }
      if isDigit(text[offset]) {
        let rest = (offset + 1)..<range.upperBound
        if opens(rest, with: "亿") || opens(rest, with: "万") || opens(rest, with: "个百分点") { return true }
      }
      offset += 1
    }
    return false
  }
}
