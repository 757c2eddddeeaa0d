import Foundation

/// A listing that goes on while the items that it gave are looked at: on a thread of its own, a few handfuls ahead, so
/// that looking at the files and merging them with the store share two cores.
///
/// What ``base`` says after its last item is to be asked only when ``next()`` has returned `nil`. Forgetting the listing
/// before that ends the thread.
package final class ListingAhead<Base: IteratorProtocol<ListedItem> & SendableMetatype>: IteratorProtocol {
  /// What the two threads share; all but `base` under the lock, `base` on the thread until it has ended.
  private final class Shared: @unchecked Sendable {
    let lock = NSCondition()
    var base: Base
    var ready: [[ListedItem]] = []
    var isEnded = false
    var isForgotten = false

    init(_ base: Base) {
      self.base = base
    }

    /// - Returns: whether anybody wants more.
    func put(_ items: [ListedItem]) -> Bool {
      lock.lock()
      defer { lock.unlock() }
      while ready.count >= ListingAhead.handfuls, !isForgotten { lock.wait() }
      ready.append(items)
      lock.signal()
      return !isForgotten
    }

    func take() -> [ListedItem]? {
      lock.lock()
      defer { lock.unlock() }
      while ready.isEmpty, !isEnded { lock.wait() }
      guard !ready.isEmpty else { return nil }
      lock.signal()
      return ready.removeFirst()
    }

    func end(forgotten: Bool) {
      lock.lock()
      if forgotten { isForgotten = true } else { isEnded = true }
      lock.signal()
      lock.unlock()
    }

    func list() {
      var items: [ListedItem] = []
      while let item = base.next() {
        items.append(item)
        guard items.count == ListingAhead.handful else { continue }
        guard put(items) else { return }
        items = []
        items.reserveCapacity(ListingAhead.handful)
      }
      if !items.isEmpty { _ = put(items) }
      end(forgotten: false)
    }
  }

  private static var handful: Int { 256 }
  private static var handfuls: Int { 8 }

  private let shared: Shared
  private var items: [ListedItem] = []
  private var index = 0
  private var hasBegun = false

  /// - Parameter base: not to be used by anybody else from now on.
  package init(_ base: sending Base) {
    shared = Shared(base)
  }

  package var base: Base { shared.base }

  package func next() -> ListedItem? {
    if !hasBegun {
      hasBegun = true
      let thread = Thread { [shared] in shared.list() }
      thread.stackSize = 1 << 20
      thread.start()
    }
    if index == items.count {
      guard let taken = shared.take() else { return nil }
      items = taken
      index = 0
    }
    defer { index += 1 }
    return items[index]
  }

  deinit { shared.end(forgotten: true) }
}
