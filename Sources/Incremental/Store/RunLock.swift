import Foundation
import Synchronization

/// One run at a time: a lock on a file beside the store, which the system drops when its holder dies.
///
/// The file stays: removing it could let two runs lock two files of one name.
package final class RunLock: Sendable {
  /// Who has the lock.
  package struct Holder: Sendable, Hashable {
    package var process: Int
    /// Nanoseconds since 1970.
    package var since: Int64?
    package var path: String
  }

  private let descriptor: Int32
  private let isHeld = Atomic(true)
  package let path: String

  /// Where the lock of a file lies.
  package static func path(beside file: String) -> String { StoreFile.path(".lock", beside: file) }

  /// - Returns: `nil` where somebody else holds it.
  package init?(path: String, now: Int64) throws(EngineError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw EngineError(.storeCannotBeOpened, place: path, cause: String(cString: strerror(errno)))
    }
    guard Self.take(descriptor) else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK || code == EINTR { return nil }
      throw EngineError(.inputOutput, place: path, cause: String(cString: strerror(code)))
    }
    let text = Array("\(getpid()) \(now)\n".utf8)
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  /// Those who only ask whether there is a lock hold one for a moment: they are waited for, another run is not.
  private static func take(_ descriptor: Int32) -> Bool {
    for _ in 0..<1_000 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK, flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return false }
      flock(descriptor, LOCK_UN)
      usleep(1_000)
    }
    errno = EWOULDBLOCK
    return false
  }

  /// Whether this user may have a lock there.
  static func canBeMade(path: String) -> Bool {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// Lets go of it; the same happens when the lock is forgotten.
  package func release() {
    guard isHeld.exchange(false, ordering: .relaxed) else { return }
    ftruncate(descriptor, 0)
    // A process that is being started has the descriptor until it is another program: closing it is not enough.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  deinit { release() }

  /// - Returns: `nil` where nobody holds it.
  package static func holder(path: String) -> Holder? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 {
      flock(descriptor, LOCK_UN)
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return Holder(
      process: words.first.flatMap { Int($0) } ?? 0,
      since: words.dropFirst().first.flatMap { Int64($0) },
      path: path
    )
  }
}
