import Foundation

/// A run in another process, which waits in its first stage until it may go on.
final class PausedRun: @unchecked Sendable {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()

  var identifier: Int { Int(process.processIdentifier) }

  /// - Returns: when a stage has begun.
  init(_ sandbox: Sandbox) throws {
    process = KilledRun.process([sandbox.root, "nothing", "0", "0", "pause"])
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var byte: UInt8 = 0
    while read(output.fileHandleForReading.fileDescriptor, &byte, 1) < 0, errno == EINTR {}
  }

  func goOn() { try? input.fileHandleForWriting.close() }

  /// - Returns: the exit code.
  func finish() -> Int32 {
    goOn()
    _ = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
