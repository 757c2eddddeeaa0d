/// An item as its source lists it.
package struct ListedItem: Sendable {
  package var name: String
  package var stamp: FileStamp
  /// Index of the source.
  package var source: Int

  package init(name: String, stamp: FileStamp, source: Int) {
    self.name = name
    self.stamp = stamp
    self.source = source
  }
}

/// Something known of an item from outside its bytes.
package struct ItemAttribute: Sendable {
  package var digest: Digest
  package var value: any Sendable

  package init(digest: Digest, value: any Sendable) {
    self.digest = digest
    self.value = value
  }
}

/// A source of items.
package struct EngineSource: Sendable {
  package var name: String
  /// Everything that the source says of its items' attributes: a change of it makes all of them be looked at again.
  package var settings: String
  package var deletions: DeletionLimits

  package init(name: String, settings: String, deletions: DeletionLimits = DeletionLimits()) {
    self.name = name
    self.settings = settings
    self.deletions = deletions
  }
}

/// How the engine gets at items.
package struct ItemAccess: Sendable {
  /// Throws ``ItemFailure`` for what is the item's own fault, anything else for what passes.
  package var read: @Sendable (_ name: String, _ source: Int) throws -> (bytes: [UInt8], stamp: FileStamp)
  package var attributes: @Sendable (_ name: String, _ source: Int) -> [String: ItemAttribute]
  /// Whether an item with this stamp may be read at all: asked before known content is used again.
  package var admits: @Sendable (_ stamp: FileStamp) -> Bool
  /// Nanoseconds since 1970.
  package var now: @Sendable () -> Int64

  package init(
    read: @escaping @Sendable (_ name: String, _ source: Int) throws -> (bytes: [UInt8], stamp: FileStamp),
    attributes: @escaping @Sendable (_ name: String, _ source: Int) -> [String: ItemAttribute] = { _, _ in [:] },
    admits: @escaping @Sendable (_ stamp: FileStamp) -> Bool = { _ in true },
    now: @escaping @Sendable () -> Int64
  ) {
    self.read = read
    self.attributes = attributes
    self.admits = admits
    self.now = now
  }
}

/// What is known when everything is listed.
package struct ListingVerdict: Sendable {
  /// Whether an item that was not listed may still be there.
  package var mayBeHidden: @Sendable (_ name: String, _ source: String) -> Bool

  package init(mayBeHidden: @escaping @Sendable (_ name: String, _ source: String) -> Bool = { _, _ in false }) {
    self.mayBeHidden = mayBeHidden
  }
}
