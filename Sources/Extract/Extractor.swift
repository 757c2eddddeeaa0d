package import Documents

/// Reads a document's facts, sections and observations out of its normal text.
package struct Extractor: Sendable {
  package let parameters: ExtractParameters

  package init(parameters: ExtractParameters = .init()) {
    self.parameters = parameters
  }

  /// - Parameters:
  ///   - page: the printed page; observations point into its text.
  ///   - text: the same page in normal form.
  package func extract(page: Page, text: NormalText, hints: SourceHints) -> ExtractOutput {
    let report = Report()
    return ExtractOutput(report: report, headlines: Headlines(facts: report.facts, observations: []))
  }
}
