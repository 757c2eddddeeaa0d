internal import Documents

/// Finds the links to the previous and the next page.
struct NeighbourLinks {
  let tree: MarkupTree
  let lines: PageLines

  /// - Parameter after: the body's last line.
  func link(_ field: PageLabels.Field, after: Int) -> Link? {
    guard after < lines.lines.count else { return nil }
    for line in after..<min(lines.lines.count, after + 40) {
      let raw = Array(lines.text[lines.lines[line].range])
      let key = LineKey(tracking: raw)
      var index = 0
      while index < key.bytes.count {
        if let label = lines.lexicon.labels.label(in: key.bytes, at: index), label.field == field {
          return link(from: line, behind: index + label.bytes.count, of: key, raw: raw, field: field)
        }
        index += LineBuilder.length(key.bytes[index])
      }
    }
    return nil
  }

  private func link(from line: Int, behind start: Int, of key: LineKey, raw: [UInt8], field: PageLabels.Field) -> Link?
  {
    for nextLine in line..<min(lines.lines.count, line + 2) {
      for node in lines.lines[nextLine].nodes where tree.tag(node) == .text {
        guard let anchor = Attachments.anchor(of: node, in: tree), let target = tree.string(.href, of: anchor) else {
          continue
        }
        let text = Attachments.text(of: anchor, in: tree)
        let textKey = LineKey(text.utf8).bytes
        guard !textKey.isEmpty, !target.isEmpty else { continue }
        if nextLine == line {
          // The link stands behind the label, or around it.
          guard let at = key.bytes.position(of: textKey), at + textKey.count >= start else { continue }
          let label = lines.lexicon.labels.label(in: textKey, at: 0)
          if let label, label.field != field { continue }
          if let label, label.field == field { return Link(text: Self.without(label, text), target: target) }
        } else if lines.lexicon.labels.label(in: textKey, at: 0) != nil {
          return nil
        }
        return Link(text: text, target: target)
      }
    }
    return nil
  }

  private static func without(_ label: PageLabels.Label, _ text: String) -> String {
    let raw = Array(text.utf8)
    let key = LineKey(tracking: raw)
    var start = label.bytes.count
    if start < key.bytes.count, key.bytes[start] == UInt8(ascii: ":") { start += 1 }
    return start < key.offsets.count ? TrimmedText.string(raw[key.offsets[start]...]) : text
  }
}
