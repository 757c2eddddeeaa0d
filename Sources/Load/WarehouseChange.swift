/// One thing to do to the warehouse; a batch of them is one transaction.
package enum WarehouseChange: Sendable {
  /// Brings the document's rows to these, touching only those that differ.
  case put(DocumentRows)
  /// Keeps the rows of a loaded document and gives it the state `stale`. Its output digest stays: the rows are still of it.
  case markStale(uri: String, reason: String)
  /// Removes a document with all its rows. A document that is not there is no error.
  case remove(uri: String)
  case putGroup(GroupRows)
  case removeGroup(key: String)
}

/// What a batch did, in rows.
package struct WriteCounts: Sendable, Equatable {
  package var inserted = 0
  package var updated = 0
  package var deleted = 0

  package init() {}

  package var isEmpty: Bool { inserted == 0 && updated == 0 && deleted == 0 }

  package static func += (left: inout WriteCounts, right: WriteCounts) {
    left.inserted += right.inserted
    left.updated += right.updated
    left.deleted += right.deleted
  }
}
