import Foundation
import GRDB
import Pipeline
import Testbed

/// A folder with documents, a store and a warehouse, gone after the test.
final class Sandbox: @unchecked Sendable {
  private let folder: TemporaryFolder
  var root: String { folder.path }
  var configuration: PipelineConfiguration
  var surroundings = Surroundings()

  init() throws {
    folder = try TemporaryFolder()
    configuration = PipelineConfiguration(root: folder.path, sources: [.init(files: ["docs/**/*.txt"])])
  }

  func path(_ name: String) -> String { folder.path(name) }

  /// Writes a file that was last changed long ago, so that its stamp can be trusted at once.
  func write(_ name: String, _ text: String, at time: Double = 1_700_000_000) throws {
    try write(name, Array(text.utf8), at: time)
  }

  func write(_ name: String, _ bytes: [UInt8], at time: Double = 1_700_000_000) throws {
    try folder.write(bytes, to: name)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: time)],
      ofItemAtPath: path(name)
    )
  }

  func delete(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func rename(_ old: String, _ new: String) throws {
    try FileManager.default.moveItem(atPath: path(old), toPath: path(new))
  }

  func remove(_ database: String) {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + suffix) }
  }

  var pipeline: Pipeline { Pipeline(configuration: configuration, surroundings: surroundings) }

  @discardableResult
  func run(_ change: (inout RunOptions) -> Void = { _ in }) async throws -> RunSummary {
    var options = RunOptions()
    options.jobs = 2
    change(&options)
    return try await pipeline.run(options)
  }

  /// Everything that the warehouse says of documents, without surrogate keys, in order.
  func rows(warehouse: String? = nil) throws -> [String] {
    let queue = try DatabaseQueue(path: warehouse ?? configuration.warehousePath)
    return try queue.read { database in
      var lines: [String] = []
      for view in ["documents", "sections", "pages", "observations"] {
        for row in try Row.fetchAll(database, sql: "SELECT * FROM \(view)") { lines.append("\(view) \(row)") }
      }
      for row in try Row.fetchAll(
        database,
        sql: "SELECT group_key, rule, message FROM finding WHERE document_id IS NULL"
      ) {
        lines.append("finding \(row)")
      }
      for row in try Row.fetchAll(database, sql: "SELECT kind, key, state, row_count, hex(row_digest) FROM load_state")
      {
        lines.append("load_state \(row)")
      }
      return lines.sorted()
    }
  }

  /// The rows of a run over the same documents with nothing known.
  func cleanRows() async throws -> [String] {
    var fresh = configuration
    fresh.storePath = path("clean/store.sqlite")
    fresh.warehousePath = path("clean/warehouse.sqlite")
    remove(fresh.storePath)
    remove(fresh.warehousePath)
    _ = try await Pipeline(configuration: fresh, surroundings: surroundings).run()
    return try rows(warehouse: fresh.warehousePath)
  }

  func stage(_ summary: RunSummary, _ name: StageName) -> StageSummary {
    summary.stages.first { $0.stage == name } ?? StageSummary(stage: name)
  }
}

/// A short work report in the usual form.
func workReport(city: String, year: Int, revenue: String = "52.3", extra: String = "") -> String {
  """
  \(year)年\(city)人民政府工作报告

  ——\(year)年1月12日在\(city)第八届人民代表大会第三次会议上

  市长 王小明

  各位代表：

  现在，我代表市人民政府，向大会报告政府工作，请予审议。

  一、\(year - 1)年工作回顾

  初步核算，全市地区生产总值完成812.6亿元，增长5.8%。一般公共预算收入\(revenue)亿元，增长6.1%。城镇新增就业2.4万人，粮食产量达到13亿斤。

  二、\(year)年工作安排

  今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%以上，城镇新增就业2.5万人。\(extra)

  """
}

extension Sandbox {
  func integers(_ sql: String) throws -> [Int] {
    try DatabaseQueue(path: configuration.warehousePath).read { try Int.fetchAll($0, sql: sql) }
  }

  /// Somebody's hand in the warehouse, in a shell: foreign keys are off.
  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: configuration.warehousePath)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)") }
    try queue.close()
  }
}

extension Sandbox {
  /// Every file with its bytes: what somebody wrote shows here. The index of a database's log is no content.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      guard !name.hasSuffix("-shm"), let data = FileManager.default.contents(atPath: path(name)) else { continue }
      if name.hasSuffix("-wal"), data.isEmpty { continue }
      files[name] = data
    }
    return files
  }
}
