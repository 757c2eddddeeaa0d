import Foundation
import Synchronization
import Testbed
import Testing

@testable import Incremental

/// A store with other bytes than were written: the run mends it or says that it is damaged, and the sink gets no wrong row.
///
/// `DAMAGES` sets how many places are tried, `DAMAGE_SEED` where they are.
@Suite struct StoreDamageTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["DAMAGES"].flatMap { Int($0) } ?? 400
  private static let seed = environment["DAMAGE_SEED"].flatMap { Int($0) } ?? 1

  enum Question: String, CaseIterable, Sendable {
    case plain, forced, forcedFromWords, retry

    func set(_ options: inout EngineOptions) {
      switch self {
      case .plain: break
      case .forced: options.forceFrom = "fetch"
      case .forcedFromWords: options.forceFrom = "words"
      case .retry: options.retry = true
      }
      options.jobs = 1
    }
  }

  /// Items in every state, and something to do.
  private func toys() async throws -> ToyPipeline {
    let toys = try ToyPipeline()
    for (name, text) in [
      ("a", "one two"), ("b", " three four"), ("c", "five"), ("d", "BAD from the start"), ("e", "END of it"),
      ("f", "six seven eight"), ("g", "nine"), ("h", "ten eleven"),
    ] { toys.put(name, text) }
    try await toys.run()
    toys.put("c", "BAD now")
    try await toys.run()
    toys.put("a", "one three")
    toys.remove("g")
    return toys
  }

  @Test(arguments: Question.allCases) func `Other bytes in the store give no wrong row`(question: Question) async throws
  {
    let toys = try await toys()
    let origin = [UInt8](try Data(contentsOf: URL(filePath: toys.storePath)))
    var numbers = SeededNumbers(seed: Self.seed)
    let changes = (0..<Self.count / 4).map { _ in
      let place = Int.random(in: 0..<origin.count, using: &numbers)
      let flipped = origin[place] ^ 1 << UInt8.random(in: 0..<8, using: &numbers)
      return (place, Bool.random(using: &numbers) ? flipped : ~origin[place])
    }
    try await expectNoWrongRow(toys, question, origin, changes)
  }

  /// A few hundred items, so that tables are trees and not single pages, and some pages are free.
  private func manyToys() async throws -> ToyPipeline {
    let toys = try ToyPipeline()
    func name(_ index: Int) -> String { "\(["a", "b", "c"][index % 3]) \(1000 + index)" }
    for index in 0..<300 { toys.put(name(index), "one \(index)") }
    try await toys.run()
    for index in 0..<300 where index % 4 == 0 { toys.put(name(index), "BAD \(index)") }
    for index in 260..<300 { toys.remove(name(index)) }
    try await toys.run { $0.allowDeletions = true }
    toys.put(name(1), "another")
    toys.remove(name(2))
    return toys
  }

  /// Without the sums of pages it is these that give wrong rows: a page that names its neighbour's child holds well-formed
  /// rows, which come twice while others do not come at all.
  @Test(arguments: Question.allCases) func `A page that names another page than it did gives no wrong row`(
    question: Question
  ) async throws {
    let toys = try await manyToys()
    let origin = [UInt8](try Data(contentsOf: URL(filePath: toys.storePath)))
    var numbers = SeededNumbers(seed: Self.seed)
    let pages = TreePages(of: origin)
    try #require(pages.children.count > 10)
    let children = pages.children.shuffled(using: &numbers).prefix(Self.count / 16).map { place in
      // The number of some page, its low byte: a child of another page, or of this one a second time.
      (place, pages.children.randomElement(using: &numbers).map { origin[$0] } ?? origin[place] ^ 1)
    }
    let cells = pages.cells.shuffled(using: &numbers).prefix(Self.count / 16).map { place in
      (place, pages.neighbour(of: place, in: origin))
    }
    try await expectNoWrongRow(toys, question, origin, (children + cells).filter { origin[$0.0] != $0.1 })
  }

  private func expectNoWrongRow(
    _ toys: ToyPipeline,
    _ question: Question,
    _ origin: [UInt8],
    _ changes: [(place: Int, byte: UInt8)]
  ) async throws {
    let held = toys.sink.contents.withLock { $0 }
    try await toys.run { question.set(&$0) }
    let wanted = toys.sink.contents.withLock { $0 }
    var told = 0
    for (place, byte) in changes {
      var bytes = origin
      bytes[place] = byte
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: toys.storePath + suffix) }
      try Data(bytes).write(to: URL(filePath: toys.storePath))
      toys.sink.contents.withLock { $0 = held }
      let what: Comment = "\(question), seed \(Self.seed): byte \(place), \(origin[place]) to \(byte)"
      do {
        try await toys.run { question.set(&$0) }
      } catch let error as EngineError {
        #expect(error.code == .storeDamaged && !error.cause.contains("disk I/O"), "\(what): \(error)")
        told += 1
        continue
      }
      let found = toys.sink.contents.withLock { $0 }
      #expect(found.items == wanted.items, what)
      #expect(found.groups == wanted.groups, what)
    }
    print("seed \(Self.seed): \(question): \(told) of \(changes.count) told as damage")
  }
}

/// Where the pages of a database say what lies where: in SQLite's file format, the pages that hold a tree.
private struct TreePages {
  /// The low bytes of page numbers in pages above the leaves.
  var children: [Int] = []
  /// The low bytes of the places of a page's rows.
  var cells: [Int] = []

  init(of file: [UInt8]) {
    func number(_ place: Int) -> Int { Int(file[place]) << 8 | Int(file[place + 1]) }
    let size = number(16) == 1 ? 65_536 : number(16)
    for start in stride(from: 0, to: file.count - size + 1, by: size) {
      let head = start == 0 ? 100 : start
      let isInner = [2, 5].contains(file[head])
      guard isInner || [10, 13].contains(file[head]) else { continue }
      let (count, first) = (number(head + 3), head + (isInner ? 12 : 8))
      // What looks like a tree's page and is none.
      guard count > 0, count * 2 + first - start < size, number(head + 5) < size else { continue }
      let places = (0..<count).map { number(first + $0 * 2) }
      guard places.allSatisfy({ $0 >= number(head + 5) && $0 < size - 8 }) else { continue }
      cells += (0..<count).map { first + $0 * 2 + 1 }
      if isInner { children += [head + 11] + places.map { start + $0 + 3 } }
    }
  }

  /// The low byte of the place of the row before or behind: rows that come twice, others that do not come.
  func neighbour(of cell: Int, in file: [UInt8]) -> UInt8 {
    cells.contains(cell + 2) ? file[cell + 2] : file[cell - 2]
  }
}
