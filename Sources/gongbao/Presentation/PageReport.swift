import Pipeline

/// A page's blocks, its tables aligned, and what of the file it leaves out.
struct PageReport {
  /// Columns that are shown of one stretch that was left out.
  private static let leftOutWidth = 300

  let page: ShownPage

  func lines(width: Int?, style: Style) -> [String] {
    var lines: [String] = []
    var isBehindCaption = false
    for block in page.blocks {
      defer { if case .caption = block { isBehindCaption = true } else { isBehindCaption = false } }
      switch block {
      case .heading(let level, let text):
        lines += ["", style.bold(String(repeating: "#", count: min(6, level)) + " " + text.printable)]
      case .paragraph(let text): lines += [""] + wrapped("", 0, text, width)
      case .listItem(let text): lines += wrapped("-", 2, text, width)
      case .caption(let text): lines += ["", style.bold(text.printable)]
      case .note(let text): lines += wrapped("", 2, text, width).map(style.faint)
      case .table(let rows): lines += (isBehindCaption ? [] : [""]) + Self.table(rows, width)
      }
    }
    if page.blocks.isEmpty { lines += ["", "(no text)"] }
    return lines + leftOut(width, style)
  }

  private func wrapped(_ label: String, _ indent: Int, _ text: String, _ width: Int?) -> [String] {
    Paragraph(label: label, indent: indent, text: text.printable).lines(width: width)
  }

  private func leftOut(_ width: Int?, _ style: Style) -> [String] {
    guard let parts = page.leftOut else { return ["", style.faint(Wording.leftOutUnknown)] }
    guard !parts.isEmpty else { return ["", style.faint(Wording.nothingLeftOut)] }
    let texts = parts.map { TextWidth.cut($0.printable, to: Self.leftOutWidth) }
    return ["", style.bold(Wording.leftOut)]
      + texts.flatMap { Paragraph(label: "-", indent: 2, text: $0).lines(width: width, styled: style.faint) }
  }

  /// Cells in columns, numbers to the right; a line that is too long for the terminal is cut.
  static func table(_ rows: [[String]], _ width: Int?) -> [String] {
    let count = rows.reduce(0) { max($0, $1.count) }
    var widths = [Int](repeating: 0, count: count)
    var numbers = [Int](repeating: 0, count: count)
    var words = numbers
    for row in rows {
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        let text = cell.printable
        widths[column] = max(widths[column], min(TextWidth.of(text), 40))
        if isNumber(text) { numbers[column] += 1 } else { words[column] += 1 }
      }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let text = TextWidth.cut(cell.printable, to: widths[column])
        let space = String(repeating: " ", count: widths[column] - TextWidth.of(text))
        let isRight = numbers[column] > words[column]
        line += (column == 0 ? "" : "  ") + (isRight ? space + text : text + space)
      }
      while line.last == " " { line.removeLast() }
      return width.map { TextWidth.cut(line, to: $0) } ?? line
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "+-.,%‰ —–−".unicodeScalars.contains($0) }
  }
}
