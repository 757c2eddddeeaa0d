/// How a document stands in the warehouse.
package enum DocumentState: String, Sendable, CaseIterable, Encodable {
  case current
  /// It fails now; its last good rows stay.
  case stale
  /// It fails and never was good.
  case quarantined
  /// Its page stands in `pages`; it has no observations.
  case notAReport = "not_a_report"
  /// New, and not in the warehouse yet: all runs so far stopped before load.
  case unfinished
}
