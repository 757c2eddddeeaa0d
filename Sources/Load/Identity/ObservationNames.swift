package import Documents

/// The ids that the warehouse gives to a report's observations, without loading it.
package enum ObservationNames {
  /// - Parameter page: the page that the report was read from.
  /// - Returns: one for each observation, in their order.
  package static func ids(uri: String, page: Page, report: Report) -> [String] {
    RowPreparation(uri: uri, page: page, report: report).observationIDs()
  }
}
