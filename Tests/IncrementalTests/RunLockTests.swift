import Foundation
import Glibc
import Testbed
import Testing

@testable import Incremental

@Suite struct RunLockTests {
  private func withPath(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(folder.path("lock")) }
  }

  @Test func `One run has it at a time, and whoever asks is told which`() throws {
    try withPath { path in
      #expect(RunLock.holder(path: path) == nil)
      let lock = try #require(try RunLock(path: path, now: 7))
      #expect(try RunLock(path: path, now: 8) == nil)
      #expect(RunLock.holder(path: path) == RunLock.Holder(process: Int(getpid()), since: 7, path: path))
      lock.release()
      #expect(RunLock.holder(path: path) == nil)
      #expect(try RunLock(path: path, now: 9) != nil)
    }
  }

  @Test func `Somebody who only asks keeps no run from starting`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("lock")
    try #require(try RunLock(path: path, now: 0)).release()
    try await withThrowingTaskGroup { group in
      group.addTask {
        while !Task.isCancelled { _ = RunLock.holder(path: path) }
      }
      for _ in 0..<500 { try #require(try RunLock(path: path, now: 0)).release() }
      group.cancelAll()
    }
  }

  @Test func `A lock that is let go is free, whoever else has its descriptor`() throws {
    try withPath { path in
      let lock = try #require(try RunLock(path: path, now: 0))
      // As a process has it that was started meanwhile and is not another program yet.
      let known = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
      let shared = known.filter {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
      }
      let copies = shared.map { dup($0) }
      defer { for copy in copies { close(copy) } }
      #expect(!copies.isEmpty)
      lock.release()
      #expect(try RunLock(path: path, now: 1) != nil)
    }
  }
}
