/// The stations of a document, in the order in which it passes them, and the checks of its region.
package enum StageName: String, Sendable, CaseIterable, Comparable, Encodable {
  case fetch, clean, normalize, extract, validate, load
  /// The checks over the reports of one region: they run after the last document.
  case regions

  package static func < (left: StageName, right: StageName) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
