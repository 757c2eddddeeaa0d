/// The items in the order of their names (bytes compared), one at a time.
///
/// What a run with nothing to do asks of a row is answered in place; a row is made only for an item with something to do.
package struct ItemCursor {
  private let statement: SQLiteStatement
  private let reader: StoreReader
  package private(set) var isAtEnd = false

  private static let columns =
    """
    name, size, modified, changed, inode, checked, plan, source, state, content, load, reason, stage, transient,
    good, good_load, group_name
    """

  package init(_ reader: StoreReader) throws(EngineError) {
    self.reader = reader
    statement = try reader.connection.statement("SELECT \(Self.columns) FROM item ORDER BY name")
    try advance()
  }

  package mutating func advance() throws(EngineError) {
    guard !isAtEnd else { return }
    guard try statement.step() else {
      isAtEnd = true
      statement.reset()
      return
    }
  }

  /// Below 0 where the row's name comes before `name`, 0 where it is `name`. Behind the last row everything comes before.
  func order(relativeTo name: String) -> Int {
    guard !isAtEnd else { return 1 }
    return statement.withBytes(0) { row in
      var name = name
      return name.withUTF8 { ByteOrder.compare(row, UnsafeRawBufferPointer($0)) }
    }
  }

  var name: String { statement.text(0) }

  var stamp: FileStamp {
    FileStamp(
      size: statement.integer(1),
      modifiedNanoseconds: statement.integer(2),
      changedNanoseconds: statement.integer(3),
      inode: statement.integer(4)
    )
  }

  var checked: Int64 { statement.integer(5) }
  var plan: Int64? { statement.optionalInteger(6) }
  var source: Int64 { statement.integer(7) }
  var state: ItemState { ItemState(rawValue: UInt8(truncatingIfNeeded: statement.integer(8))) ?? .failed }
  package var row: ItemRow { get throws(EngineError) { try Self.row(statement, reader) } }

  /// What the sink should have of it.
  var load: Digest? { statement.digest(10) }

  static func item(named name: String, _ reader: StoreReader) throws(EngineError) -> ItemRow? {
    let statement = try reader.connection.statement("SELECT \(columns) FROM item WHERE name = ?").bind(1, name)
    defer { statement.reset() }
    return try statement.step() ? try row(statement, reader) : nil
  }

  private static func row(_ statement: SQLiteStatement, _ reader: StoreReader) throws(EngineError) -> ItemRow {
    var good: [Digest?]?
    if !statement.isNull(14) {
      var record = RecordReader(sealed: statement.bytes(14))
      good = []
      for number in record?.integers() ?? [] { good?.append(number == 0 ? nil : try reader.digest(number)) }
    }
    let load = statement.digest(10)
    return ItemRow(
      name: statement.text(0),
      stamp: FileStamp(
        size: statement.integer(1),
        modifiedNanoseconds: statement.integer(2),
        changedNanoseconds: statement.integer(3),
        inode: statement.integer(4)
      ),
      checked: statement.integer(5),
      plan: statement.optionalInteger(6),
      source: statement.integer(7),
      state: ItemState(rawValue: UInt8(truncatingIfNeeded: statement.integer(8))) ?? .failed,
      content: try reader.digest(sealed: statement.bytes(9)),
      load: load,
      reason: statement.optionalText(11),
      stage: statement.optionalText(12),
      isTransient: statement.integer(13) != 0,
      good: good,
      goodLoad: statement.isNull(15) ? nil : statement.digest(15) ?? load,
      group: statement.optionalText(16)
    )
  }
}

extension Digest {
  /// Stands where there is no artifact.
  package static let none = Digest(of: [] as [UInt8])
}

extension StoreReader {
  package func item(named name: String) throws(EngineError) -> ItemRow? {
    try ItemCursor.item(named: name, self)
  }
}

extension StoreReader {
  /// - Complexity: O(items).
  func stateCounts() throws(EngineError) -> [ItemState: Int] {
    let statement = try connection.statement("SELECT state, count(*) FROM item GROUP BY state")
    defer { statement.reset() }
    var counts: [ItemState: Int] = [:]
    while try statement.step() {
      guard let state = ItemState(rawValue: UInt8(truncatingIfNeeded: statement.integer(0))) else { continue }
      counts[state] = Int(statement.integer(1))
    }
    return counts
  }

  /// In the order of their bytes.
  package func itemNames() throws(EngineError) -> [String] {
    let statement = try connection.statement("SELECT name FROM item ORDER BY name")
    defer { statement.reset() }
    var names: [String] = []
    while try statement.step() { names.append(statement.text(0)) }
    return names
  }
}
