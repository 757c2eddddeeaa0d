import Incremental

/// Lets the engine drive the listing while it can still be asked about what it met.
final class ListingBox {
  var listing: SourceListing

  struct Iterator: IteratorProtocol {
    let box: ListingBox

    func next() -> ListedItem? { box.listing.next() }
  }

  init(_ listing: SourceListing) {
    self.listing = listing
  }
}
