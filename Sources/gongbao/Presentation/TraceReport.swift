import Pipeline

/// What `gongbao trace` shows: the figure, then the way back, step by step.
struct TraceReport {
  private static let label = 10
  /// Characters of the source that are shown on either side of the figure.
  private static let surroundings = 160

  let trace: FigureTrace

  func write(to output: Terminal) {
    for line in lines(width: output.width, style: output.style) { output.writeLine(line) }
  }

  func lines(width: Int?, style: Style) -> [String] {
    var lines = [style.bold(Wording.figure(trace.observation))]
    func step(_ label: String, _ texts: [String]) {
      for (index, text) in texts.enumerated() {
        let paragraph = Paragraph(label: index == 0 ? label : "", indent: Self.label, text: text)
        lines += paragraph.lines(width: width, label: style.faint)
      }
    }
    func marked(_ before: String, _ figure: String, _ after: String) {
      let text = MarkedText(before: Self.flat(before), marked: Self.flat(figure), after: Self.flat(after))
      let room = width.map { max(12, $0 - Self.label) }
      for line in text.lines(width: room, style: style) {
        lines.append(String(repeating: " ", count: Self.label) + line)
      }
    }
    let observation = trace.observation
    step("warehouse", [observation.id ?? "", Wording.reading(observation)])
    step("document", Wording.document(trace.document))
    if let section = observation.section { step("section", [section.printable]) }
    step(observation.origin == "table" ? "row" : "sentence", Wording.page(trace))
    let (before, after) = Self.parts(of: observation.sentence, around: observation.quote, at: observation.quoteStart)
    marked(before, observation.quote, after)
    if let normal = trace.normal {
      step("read as", [Wording.normal(normal)])
      if observation.parse == nil { step("parse", [Wording.parseUnknown]) }
      for part in Wording.parse(observation) { step("  " + part.label, [part.text]) }
      if let parse = observation.parse { step("  context", [Wording.context(parse)]) }
    }
    step("file", Wording.source(trace.source))
    if let passage = trace.source.passage {
      marked(
        Self.end(of: passage.before, Self.surroundings),
        passage.figure,
        Self.start(of: passage.after, Self.surroundings)
      )
      if let command = Wording.byHand(trace.source) { step("by hand", [command]) }
    }
    if let digest = trace.source.digest { step("sha-256", [digest]) }
    if let now = trace.source.digestNow { step("now", [now]) }
    return lines
  }

  /// Line breaks and tabs as single spaces: what is shown goes on in lines of its own.
  private static func flat(_ text: String) -> String {
    var flat = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
      if isBreak, flat.last == " " { continue }
      flat.append(isBreak ? " " : scalar)
    }
    return String(flat).printable
  }

  private static func parts(of sentence: String, around quote: String, at start: Int) -> (String, String) {
    let scalars = sentence.unicodeScalars
    let before = String(scalars.prefix(start))
    let after = String(scalars.dropFirst(start + quote.unicodeScalars.count))
    return (before, after)
  }

  private static func end(of text: String, _ count: Int) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > count ? "…" + String(scalars.suffix(count)) : text
  }

  private static func start(of text: String, _ count: Int) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > count ? String(scalars.prefix(count)) + "…" : text
  }
}

/// A text with one part that stands out: in colour on a terminal, in brackets elsewhere.
struct MarkedText {
  var before: String
  var marked: String
  var after: String

  /// - Parameter width: columns that there are; `nil` for one line.
  func lines(width: Int?, style: Style) -> [String] {
    let isColoured = style.isColoured
    let figure = isColoured ? marked : "[\(marked)]"
    let pieces =
      before.unicodeScalars.map { ($0, false) } + figure.unicodeScalars.map { ($0, true) }
      + after.unicodeScalars.map { ($0, false) }
    let text = String(String.UnicodeScalarView(pieces.map(\.0)))
    let rows = width.map { TextWidth.words(of: text, width: $0) } ?? [text]
    var index = 0
    return rows.map { row in
      var line = ""
      var run = ""
      var isMarked = false
      func flush() {
        if !run.isEmpty { line += isMarked ? style.figure(run) : run }
        run = ""
      }
      for scalar in row.unicodeScalars {
        // Spaces at a line's end went with the break.
        while index < pieces.count, pieces[index].0 != scalar { index += 1 }
        let belongs = index < pieces.count && pieces[index].1
        if belongs != isMarked { flush() }
        isMarked = belongs
        run.unicodeScalars.append(scalar)
        index += 1
      }
      flush()
      return line
    }
  }
}

extension Style {
  /// The figure that everything is about.
  func figure(_ text: String) -> String { isColoured ? "\u{1B}[1;7m\(text)\u{1B}[0m" : text }
}
