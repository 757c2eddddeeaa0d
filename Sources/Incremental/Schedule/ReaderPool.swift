import Synchronization

/// A reader for each worker, made when it is needed and used again.
final class ReaderPool: Sendable {
  private let path: String
  private let idle = Mutex<[Unchecked]>([])

  /// A reader is used by one task at a time, which the pool sees to.
  private struct Unchecked: @unchecked Sendable {
    let reader: StoreReader
  }

  init(path: String) {
    self.path = path
  }

  func withReader<Result>(_ body: (StoreReader) throws -> Result) throws -> Result {
    let taken = idle.withLock { $0.popLast() }
    let reader = try taken?.reader ?? StoreReader(path: path)
    defer {
      let back = Unchecked(reader: reader)
      idle.withLock { $0.append(back) }
    }
    return try body(reader)
  }
}
