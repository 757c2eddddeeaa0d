import Documents

/// Collects normalized bytes and the way back from each of them.
///
/// Every printed byte is accounted for in order: copied, replaced or deleted. A replaced stretch is one run, because no
/// part of it has a print of its own.
struct NormalFormWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var alignment = Alignment()
  /// The printed offset that continues the open equal run; -1 where none is open.
  private var continuation = -1

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    alignment.runs.reserveCapacity(capacity / 64)
  }

  mutating func copy(_ byte: UInt8, at printed: Int) {
    if printed != continuation {
      alignment.runs.append(.init(normal: bytes.count, printed: printed, isEqual: true))
    }
    bytes.append(byte)
    continuation = printed + 1
  }

  /// Copies a stretch as it is printed.
  mutating func copy(_ text: UnsafeBufferPointer<UInt8>, _ printed: Range<Int>) {
    if printed.lowerBound != continuation {
      alignment.runs.append(.init(normal: bytes.count, printed: printed.lowerBound, isEqual: true))
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[printed]))
    continuation = printed.upperBound
  }

  /// `replacement` stands for the printed bytes from `printed` up to the next thing written.
  mutating func replace(at printed: Int, with replacement: some Sequence<UInt8>) {
    alignment.runs.append(.init(normal: bytes.count, printed: printed, isEqual: false))
    bytes.append(contentsOf: replacement)
    continuation = -1
  }

  mutating func replace(at printed: Int, with byte: UInt8) {
    alignment.runs.append(.init(normal: bytes.count, printed: printed, isEqual: false))
    bytes.append(byte)
    continuation = -1
  }

  /// The printed bytes from `printed` up to the next thing written have no place in the normal form.
  mutating func delete(at printed: Int) {
    continuation = -1
    if let last = alignment.runs.last, !last.isEqual, last.normal == bytes.count { return }
    alignment.runs.append(.init(normal: bytes.count, printed: printed, isEqual: false))
  }

  mutating func finish(printedEnd: Int) {
    alignment.normalEnd = bytes.count
    alignment.printedEnd = printedEnd
  }

  /// Where the writer stands, to come back to.
  struct Mark {
    fileprivate let bytes: Int
    fileprivate let runs: Int
  }

  func mark() -> Mark {
    Mark(bytes: bytes.count, runs: alignment.runs.count)
  }

  /// Forgets everything written since `mark`.
  mutating func rewind(to mark: Mark) {
    bytes.removeLast(bytes.count - mark.bytes)
    alignment.runs.removeLast(alignment.runs.count - mark.runs)
    continuation = -1
  }
}
