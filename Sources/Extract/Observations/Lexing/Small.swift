/// Values that clauses, items and drafts hold many of, in no more room than they need: these are copied often, and what
/// the copies cost goes with their size.

/// A number of 0 or more, or none.
@propertyWrapper
struct Small<Storage: FixedWidthInteger & SignedInteger> {
  private var stored: Storage = -1

  init() {}

  init(wrappedValue: Int?) {
    self.wrappedValue = wrappedValue
  }

  var wrappedValue: Int? {
    get { stored < 0 ? nil : Int(stored) }
    set { stored = newValue.map { Storage(clamping: $0) } ?? -1 }
  }
}

/// A stretch of a text, of which no position needs more than 31 bits.
@propertyWrapper
package struct SmallRange: Sendable {
  private var lower: Int32
  private var upper: Int32

  package init(wrappedValue: Range<Int>) {
    lower = Int32(clamping: wrappedValue.lowerBound)
    upper = Int32(clamping: wrappedValue.upperBound)
  }

  package var wrappedValue: Range<Int> {
    get { Range(uncheckedBounds: (Int(lower), Int(upper))) }
    set { self = SmallRange(wrappedValue: newValue) }
  }

  /// The same, or none.
  @propertyWrapper
  struct Optional {
    private var stored: SmallRange

    init(wrappedValue: Range<Int>?) {
      stored = SmallRange(wrappedValue: wrappedValue ?? (-1)..<(-1))
    }

    var wrappedValue: Range<Int>? {
      get { stored.lower < 0 ? nil : stored.wrappedValue }
      set { self = Optional(wrappedValue: newValue) }
    }
  }
}
