package import Documents

/// What extract makes of a document: two artifacts, each with its own readers.
package struct ExtractOutput: Equatable, Sendable {
  package var report: Report
  package var headlines: Headlines

  package init(report: Report, headlines: Headlines) {
    self.report = report
    self.headlines = headlines
  }
}
