import Pipeline

/// What `gongbao show` shows of one document: what is said of it as a whole, then what the stage made.
struct ShowReport {
  let shown: ShownArtifact

  func write(to output: Terminal) {
    output.write(text(width: output.width, style: output.style))
  }

  func text(width: Int?, style: Style) -> String {
    lines(width: width, style: style).reduce(into: "") { $0 += $1 + "\n" }
  }

  private func lines(width: Int?, style: Style) -> [String] {
    let head = [style.bold("\(shown.uri.printable): \(shown.stage.rawValue)")]
    switch shown.content {
    case .source(let source):
      return head + facts(source.facts, width, style) + [""]
        + source.text.split(omittingEmptySubsequences: false) {
          $0.isNewline
        }.map { String($0).printableWithTabs }
    case .page(let page):
      return head + facts(page.facts, width, style) + PageReport(page: page).lines(width: width, style: style)
    case .text(let text):
      return head + [Wording.counts(text)] + lines(of: text, width, style)
    case .report(let report):
      let body = ObservationReport(observations: report.observations, region: report.region)
      return head + facts(report.facts, width, style) + [""] + body.lines(width: width, style: style)
    case .findings(let findings):
      return head + [""] + lines(of: findings, width, style)
    case .rows(let rows):
      return head + facts(rows.facts, width, style) + [""] + lines(of: rows, width, style)
    }
  }

  private func facts(_ facts: [ShownFact], _ width: Int?, _ style: Style) -> [String] {
    let indent = min(20, facts.reduce(0) { max($0, TextWidth.of($1.name)) } + 2)
    return facts.flatMap {
      Paragraph(label: $0.name, indent: indent, text: $0.value.printable).lines(width: width, label: style.faint)
    }
  }

  private func lines(of text: ShownText, _ width: Int?, _ style: Style) -> [String] {
    var lines: [String] = []
    for line in text.lines {
      switch line {
      case .section(let level, let title):
        let mark = String(repeating: "#", count: min(6, level))
        lines += ["", style.bold("\(mark) \(title.printable)")]
      case .sentence(let sentence):
        lines += Paragraph(label: "", indent: 2, text: sentence.printable).lines(width: width)
      case .gap: lines.append("")
      }
    }
    return lines
  }

  private func lines(of findings: [ShownFinding], _ width: Int?, _ style: Style) -> [String] {
    guard !findings.isEmpty else { return [Wording.noFindings] }
    var lines: [String] = []
    for finding in findings {
      let colour =
        switch finding.severity {
        case "error": style.bad
        case "warning": style.warning
        default: style.faint
        }
      let about = [finding.document?.printable, finding.observation.map { "trace \(Figures.observation($0))" }]
        .compactMap { $0 }
      let rule = ([finding.rule] + about).joined(separator: ", ")
      lines += Paragraph(label: finding.severity, indent: 9, text: rule).lines(width: width, label: colour)
      lines += Paragraph(label: "", indent: 9, text: finding.message.printable).lines(width: width)
    }
    return lines + ["", Wording.counts(findings)]
  }

  private func lines(of rows: ShownRows, _ width: Int?, _ style: Style) -> [String] {
    let body = ObservationReport(observations: rows.readings, region: rows.document["region"]?.text)
    var lines = body.lines(width: width, style: style)
    let findings = rows.findings.map {
      ShownFinding(
        rule: $0["rule"]?.text ?? "",
        severity: $0["severity"]?.text ?? "",
        message: $0["message"]?.text ?? "",
        observation: $0["observation_id"].flatMap { $0.isNull ? nil : $0.text },
        document: nil
      )
    }
    if !findings.isEmpty {
      lines += ["", style.bold("Findings")] + self.lines(of: findings, width, style).dropLast(2)
    }
    return lines + [""] + Paragraph(label: "", indent: 0, text: Wording.counts(rows)).lines(width: width)
  }
}

extension Figures {
  /// Enough of an observation's id to name it among ten millions: `trace` takes a beginning.
  static func observation(_ id: String) -> String { String(id.prefix(10)) }
}

extension String {
  /// As ``printable``, tabs left as they are.
  var printableWithTabs: String {
    split(separator: "\t", omittingEmptySubsequences: false).map(\.printable).joined(separator: "\t")
  }
}
