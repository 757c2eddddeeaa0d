import Pipeline

// What `gongbao trace` says of each step.
extension Wording {
  /// `地区生产总值 growth ~ 5.5 %, 蚌埠市 2025, target`.
  static func figure(_ one: TextReader.Reading) -> String {
    var text = one.indicator
    if let action = one.action { text += " (\(action))" }
    text += " \(one.measure)"
    if let scope = one.rankScope { text += " in \(scope)" }
    text += one.comparator == "=" ? "" : " \(one.comparator)"
    text += " " + (one.valueHigh.map { "\(one.value)–\($0)" } ?? one.value)
    if let unit = one.unit { text += " \(unit)" }
    let whose = [one.area, one.period].compactMap { $0 }.joined(separator: " ")
    return ([text] + [whose, one.status].filter { !$0.isEmpty }).joined(separator: ", ").printable
  }

  static func reading(_ one: TextReader.Reading) -> String {
    var parts: [String] = []
    if let code = one.code { parts.append("code \(code)") }
    if let base = one.baseValue, let unit = one.baseUnit, unit != one.unit { parts.append("\(plain(base)) \(unit)") }
    parts += ["rule \(one.rule)", "confidence \(plain(one.confidence))"]
    return parts.joined(separator: ", ").printable
  }

  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? Figures.count(Int(number)) : "\(number)"
  }

  static func document(_ document: FigureTrace.Document) -> [String] {
    let state = DocumentState(rawValue: document.state).map(state) ?? document.state
    let words = document.state == "current" ? "" : " (\(state): its rows are of an earlier run)"
    return [document.uri.printable + words] + (document.title.map { [$0.printable] } ?? [])
  }

  static func page(_ trace: FigureTrace) -> [String] {
    guard let page = trace.page else {
      guard let start = trace.observation.sentenceStart else { return ["where it stands in the page cannot be told"] }
      return ["figure at character \(Figures.count(start + trace.observation.quoteStart)) of the page"]
    }
    let table = [trace.observation.tableCaption, trace.observation.rowPath, trace.observation.columnPath]
    let cell = table.compactMap { $0?.isEmpty == false ? $0?.printable : nil }
    let place = "line \(Figures.count(page.line)) of the page, figure at characters \(range(page.start, page.end))"
    return [place] + (cell.isEmpty ? [] : ["table: " + cell.joined(separator: " | ")])
  }

  static func normal(_ normal: FigureTrace.NormalPlace) -> String {
    "\(normal.text.printable), characters \(range(normal.start, normal.end)) of the text in normal form"
  }

  static func source(_ source: FigureTrace.Source) -> [String] {
    let file = Places.short(source.path)
    var lines: [String] = []
    switch source.standing {
    case .asRead:
      lines.append("\(file): the file is as it was read")
    case .samePage where source.digest == nil:
      lines.append("\(file): which bytes were read is not recorded; what is read from the file now is the same page")
    case .samePage:
      lines.append("\(file): the file has changed since, but not what is read from it")
    case .changed where source.digest == nil:
      lines.append("\(file): another page is read from the file now, and which bytes were read is not recorded.")
      lines.append("The sentence above is as the warehouse keeps it.")
    case .changed:
      lines.append("\(file): the file has changed since; the bytes that were read are not kept.")
      lines.append("The sentence above is as the warehouse keeps it. The next gongbao run reads the file anew.")
    case .unreadable:
      lines.append("\(file): \(source.problem?.printable ?? "cannot be read")")
      lines.append("The sentence above is as the warehouse keeps it.")
    }
    let charset = source.charset.map { ", \($0)" } ?? ""
    if let figure = source.figure {
      let all = source.size.map { " of \(Figures.count($0))" } ?? ""
      lines.append(
        "figure at bytes \(range(figure.start, figure.end))\(all)\(charset)\(source.isInterrupted ? ", over a page's end" : "")"
      )
    } else if let line = source.line {
      let place = "line at bytes \(range(line.start, line.end))\(charset)"
      lines.append("\(place); inside of it the figure is not found letter by letter")
    }
    return lines
  }

  /// The command that prints the figure's bytes.
  static func byHand(_ source: FigureTrace.Source) -> String? {
    guard let figure = source.figure else { return nil }
    let file = "'" + Places.short(source.path).replacing("'", with: "'\\''") + "'"
    let decoded = source.charset == "UTF-8" ? "" : " | iconv -f \((source.charset ?? "").lowercased())"
    return "tail -c +\(figure.start + 1) \(file) | head -c \(figure.count)\(decoded)"
  }

  private static func range(_ start: Int, _ end: Int) -> String {
    "\(Figures.count(start)) to \(Figures.count(end))"
  }
}
