/// What the sink holds, met in the order of the names' bytes: a page of it at a time.
struct SinkCursor {
  private let sink: any ItemSink
  private let isVerifying: Bool
  private var page: [(name: String, record: SinkRecord)] = []
  private var next = 0
  private var last: String? = ""
  /// How many items it has come by.
  private(set) var count = 0
  /// Those that nobody asked for, and whether the item itself is there, and not only what was left of it.
  private(set) var orphans = NameLog<Bool>()

  private static let pageSize = 256

  /// - Parameter verifying: as of ``ItemSink/records(of:verifying:)``.
  init(_ sink: any ItemSink, verifying: Bool) {
    self.sink = sink
    isVerifying = verifying
  }

  /// - Parameter name: comes after those that were asked for before.
  mutating func record(of name: String) throws -> SinkRecord? {
    while let (held, record) = try head() {
      let order = ByteOrder.compare(held, name)
      if order > 0 { return nil }
      next += 1
      count += 1
      if order == 0 { return record }
      orphans.append(held, record.isPresent)
    }
    return nil
  }

  /// What comes after all names asked for.
  mutating func finish() throws {
    while let (held, record) = try head() {
      next += 1
      count += 1
      orphans.append(held, record.isPresent)
    }
  }

  private mutating func head() throws -> (name: String, record: SinkRecord)? {
    while next == page.count, let last {
      let names = try sink.names(after: last, limit: Self.pageSize)
      let records = try sink.records(of: names, verifying: isVerifying)
      page = names.compactMap { name in records[ItemName(name)].map { (name, $0) } }
      next = 0
      self.last = names.count < Self.pageSize ? nil : names.last
    }
    return next < page.count ? page[next] : nil
  }
}
