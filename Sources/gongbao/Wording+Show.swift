import Pipeline

// What `gongbao show` says besides what the stages made.
extension Wording {
  static let leftOut = "Left out of the page:"
  static let nothingLeftOut = "Nothing of the file's text is left out of the page."
  static let leftOutUnknown = "The file has changed since: what was left out of the page cannot be told."
  static let noFindings = "The checks found nothing."

  static func counts(_ text: ShownText) -> String {
    "\(Figures.count(text.sections, "section")), \(Figures.count(text.sentences, "sentence"))"
  }

  static func counts(_ observations: [TextReader.Reading]) -> String {
    let head = observations.count { $0.code != nil }
    let all = Figures.count(observations.count, "observation")
    let example = observations.first?.id.map {
      " gongbao trace \(Figures.observation($0)) leads the first back to its bytes."
    }
    return "\(all), \(Figures.count(head)) of them with a code." + (example ?? "")
  }

  static func counts(_ findings: [ShownFinding]) -> String {
    let parts = ["error", "warning", "info"].compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : Figures.count(count, severity, severity == "info" ? "infos" : nil)
    }
    return parts.joined(separator: ", ") + "."
  }

  static func counts(_ rows: ShownRows) -> String {
    let parts = [
      (rows.sections.count, "section"), (rows.sentences.count, "sentence"), (rows.observations.count, "observation"),
      (rows.findings.count, "finding"), (rows.terms.count, "counted term"),
    ].filter { $0.0 > 0 }.map { Figures.count($0.0, $0.1) }
    return "In the warehouse: \(parts.isEmpty ? "the page alone" : parts.joined(separator: ", "))."
  }
}

extension Wording {
  private static let nothingShown = 10

  static func of(_ folder: ShownFolder) -> [String] {
    let place = Places.short(folder.folder)
    var parts = ["\(Figures.count(folder.written, "file")) written"]
    if folder.same > 0 { parts.append("\(Figures.count(folder.same)) as before") }
    if folder.removed > 0 { parts.append("\(Figures.count(folder.removed)) removed") }
    var lines = ["\(parts.joined(separator: ", ")) in \(place); \(folder.index) lists them."]
    guard folder.nothing > 0 else { return lines }
    lines.append("\(Figures.count(folder.nothing, "document")) without a file:")
    for one in folder.withNothing.prefix(nothingShown) {
      lines.append("  \(one.uri.printable): \(one.reason.printable)")
    }
    if folder.nothing > nothingShown {
      lines.append("  and \(Figures.count(folder.nothing - nothingShown)) more in \(folder.index)")
    }
    return lines
  }
}
