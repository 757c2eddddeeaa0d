/// Where a document stands. The warehouse holds one row for every document whose bytes were read.
package enum DocumentState: String, Sendable, CaseIterable {
  /// Its rows are those of its present bytes.
  case current
  /// It fails now; its last good rows stay.
  case stale
  /// It fails and never was good: no observations.
  case quarantined
  /// Its page is no report; the page stands in `pages` where it has a body.
  case notAReport = "not_a_report"
}
