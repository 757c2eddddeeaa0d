import Foundation
import Pipeline

/// A warehouse that a run without documents made: the lexicon's lists, which take most of a small run's time, are in it.
actor EmptyWarehouse {
  static let shared = EmptyWarehouse()

  private var bytes: Task<Data, any Error>?

  func copy(to path: String) async throws {
    let made = bytes ?? Task { try await Self.make() }
    bytes = made
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try await made.value.write(to: URL(filePath: path))
  }

  private static func make() async throws -> Data {
    let sandbox = try Sandbox()
    try await sandbox.run()
    return try Data(contentsOf: URL(filePath: sandbox.configuration.warehousePath))
  }
}
