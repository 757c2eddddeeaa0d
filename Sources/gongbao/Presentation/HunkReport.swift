import Pipeline

/// Changed lines with those around them. On a terminal long lines are folded, and what differs inside a line stands out.
struct HunkReport {
  /// Columns of unchanged text that are kept beside a change in a long line.
  private static let surroundings = 30

  let hunks: [StageDifference.Hunk]
  /// Whether it is said where the lines stand.
  var hasPlaces = true

  func write(to output: Terminal) {
    for hunk in hunks {
      if hasPlaces { output.writeLine(output.style.faint("@@ line \(hunk.oldLine) → \(hunk.newLine) @@")) }
      var index = 0
      while index < hunk.lines.count {
        let line = hunk.lines[index]
        guard line.kind != .same else {
          write(" ", [.init(text: line.text, isChanged: false)], to: output, isFaint: true)
          index += 1
          continue
        }
        let removed = hunk.lines[index...].prefix { $0.kind == .removed }
        let added = hunk.lines[(index + removed.count)...].prefix { $0.kind == .added }
        write(removed.map(\.text), added.map(\.text), to: output)
        index += removed.count + added.count
      }
    }
  }

  private func write(_ removed: [String], _ added: [String], to output: Terminal) {
    let pairs = (0..<max(removed.count, added.count)).map { index -> InlineDifference? in
      guard index < removed.count, index < added.count else { return nil }
      let inline = InlineDifference(old: removed[index], new: added[index])
      return (inline?.commonShare ?? 0) > 0.3 ? inline : nil
    }
    for (index, text) in removed.enumerated() {
      write("-", pairs[index]?.old ?? [.init(text: text, isChanged: false)], to: output)
      // The two versions of one line stand together.
      guard pairs[index] != nil, index < added.count else { continue }
      write("+", pairs[index]?.new ?? [], to: output)
    }
    for (index, text) in added.enumerated() where pairs[index] == nil || index >= removed.count {
      write("+", [.init(text: text, isChanged: false)], to: output)
    }
  }

  private func write(_ mark: String, _ given: [InlineDifference.Part], to output: Terminal, isFaint: Bool = false) {
    let style = output.style
    func styled(_ text: String) -> String {
      switch mark {
      case "-": style.bad(text)
      case "+": style.good(text)
      default: isFaint ? style.faint(text) : text
      }
    }
    guard let width = output.width else {
      output.writeLine(mark + given.map(\.text.printable).joined())
      return
    }
    guard given.contains(where: \.isChanged) else {
      var text = given.map(\.text.printable).joined()
      if mark == " " { text = TextWidth.cut(text, to: width - 2) }
      for line in TextWidth.words(of: text, width: width - 2) { output.writeLine(styled(mark + " " + line)) }
      return
    }
    let parts = InlineDifference.shortened(given, around: Self.surroundings)
    var line = ""
    var column = 0
    func flush(_ mark: String) {
      output.writeLine(styled(mark + " ") + line)
      (line, column) = ("", 0)
    }
    for part in parts {
      var text = part.text.printable
      if part.isChanged, !style.isColoured { text = (mark == "-" ? "[-" : "{+") + text + (mark == "-" ? "-]" : "+}") }
      for scalar in text.unicodeScalars {
        let piece = String(scalar)
        if column + TextWidth.of(piece) > width - 2 { flush(mark) }
        line += part.isChanged ? style.strong(piece, bad: mark == "-") : styled(piece)
        column += TextWidth.of(piece)
      }
    }
    flush(mark)
  }
}

extension Style {
  /// What differs inside a line that differs.
  func strong(_ text: String, bad isBad: Bool) -> String {
    isColoured ? "\u{1B}[1;7;\(isBad ? "31" : "32")m\(text)\u{1B}[0m" : text
  }
}
