import Pipeline

/// What differs inside two lines that are versions of one.
struct InlineDifference {
  struct Part: Equatable {
    var text: String
    var isChanged: Bool
  }

  let old: [Part]
  let new: [Part]
  /// Of the longer line, from 0 to 1.
  let commonShare: Double

  /// Longer lines are not looked into.
  private static let maximumLength = 20_000

  init?(old: String, new: String) {
    let (left, right) = (old.unicodeScalars.map { String($0) }, new.unicodeScalars.map { String($0) })
    let longest = max(left.count, right.count)
    guard longest > 0, longest <= Self.maximumLength else { return nil }
    let lines = LineDifference.lines(from: left, to: right)
    commonShare = Double(lines.reduce(0) { $0 + ($1.kind == .same ? 1 : 0) }) / Double(longest)
    self.old = Self.parts(lines.filter { $0.kind != .added })
    self.new = Self.parts(lines.filter { $0.kind != .removed })
  }

  /// Two changes with hardly anything between them read better as one.
  private static func parts(_ lines: [LineDifference.Line]) -> [Part] {
    var parts: [Part] = []
    for line in lines {
      let isChanged = line.kind != .same
      if parts.last?.isChanged == isChanged {
        parts[parts.count - 1].text += line.text
      } else {
        parts.append(Part(text: line.text, isChanged: isChanged))
      }
    }
    var merged: [Part] = []
    for (index, part) in parts.enumerated() {
      let isBridge =
        !part.isChanged && index > 0 && index + 1 < parts.count && part.text.unicodeScalars.count < 2
      let isChanged = part.isChanged || isBridge
      if merged.last?.isChanged == isChanged {
        merged[merged.count - 1].text += part.text
      } else {
        merged.append(Part(text: part.text, isChanged: isChanged))
      }
    }
    return merged
  }

  /// The parts with long unchanged ones cut to what stands beside a change.
  static func shortened(_ parts: [Part], around columns: Int) -> [Part] {
    parts.enumerated().map { index, part in
      guard !part.isChanged, TextWidth.of(part.text) > 2 * columns + 4 else { return part }
      let head = index == 0 ? "" : TextWidth.cut(part.text, to: columns)
      let tail = index == parts.count - 1 ? "" : TextWidth.tail(of: part.text, columns: columns)
      return Part(text: head + (tail.isEmpty || head.isEmpty ? "" : " ") + tail, isChanged: false)
    }
  }
}

extension TextWidth {
  /// The longest end of the text that fits, behind an ellipsis where something is left out.
  static func tail(of text: String, columns: Int) -> String {
    let mirrored = cut(reversed(text), to: columns)
    return reversed(mirrored)
  }

  private static func reversed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.reversed())
    return String(scalars)
  }
}
