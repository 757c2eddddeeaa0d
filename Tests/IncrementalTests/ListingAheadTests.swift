import Foundation
import Testing

@testable import Incremental

/// The listing goes on in a thread of its own, some handfuls of 256 ahead.
struct ListingAheadTests {
  private struct Numbers: IteratorProtocol {
    var given = 0
    let count: Int
    var ending: Ending?

    mutating func next() -> ListedItem? {
      guard given < count else { return nil }
      defer { given += 1 }
      let stamp = FileStamp(size: Int64(given), modifiedNanoseconds: 0, changedNanoseconds: 0, inode: 0)
      return ListedItem(name: "a long enough name \(given)", stamp: stamp, source: 0)
    }
  }

  /// Told when nobody holds the listing any more.
  private final class Ending: Sendable {
    let semaphore: DispatchSemaphore

    init(_ semaphore: DispatchSemaphore) {
      self.semaphore = semaphore
    }

    deinit { semaphore.signal() }
  }

  @Test(arguments: [0, 1, 255, 256, 257, 2048, 2304, 5000])
  func `Every item comes once and in order, and then the listing can be asked`(count: Int) {
    let listing = ListingAhead(Numbers(count: count))
    for number in 0..<count {
      let item = listing.next()
      #expect(item?.name == "a long enough name \(number)" && item?.stamp.size == Int64(number))
    }
    #expect(listing.next() == nil)
    #expect(listing.next() == nil)
    #expect(listing.base.given == count)
  }

  @Test(arguments: [0, 1, 300])
  func `A listing that is forgotten ends, however long it would go on`(taken: Int) {
    let semaphore = DispatchSemaphore(value: 0)
    do {
      let listing = ListingAhead(Numbers(count: .max, ending: Ending(semaphore)))
      for _ in 0..<taken { _ = listing.next() }
    }
    #expect(semaphore.wait(timeout: .now() + 60) == .success)
  }
}
