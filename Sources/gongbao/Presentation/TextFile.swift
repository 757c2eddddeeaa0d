import Glibc
import Pipeline

/// Reads and writes small files named on the command line.
enum TextFile {
  static func text(of path: String) -> String? {
    guard let bytes = try? bytes(of: path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, name: path)
  }

  static func bytes(from descriptor: Int32, name: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: buffer.prefix(count))
      } else if errno != EINTR {
        throw unreadable(name)
      }
    }
  }

  static func append(_ text: String, to path: String) throws(FileProblem) {
    try write(text, to: path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
  }

  /// Readers see the old text or the new one, never a part.
  static func replace(_ path: String, with text: String) throws(FileProblem) {
    let draft = "\(path).\(getpid()).new"
    try write(text, to: draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    guard rename(draft, path) == 0 else {
      let problem = unwritable(path)
      unlink(draft)
      throw problem
    }
  }

  private static func write(_ text: String, to path: String, _ flags: Int32) throws(FileProblem) {
    makeFolder(of: path)
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw unwritable(path) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count > 0 {
        offset += count
      } else if errno != EINTR {
        throw unwritable(path)
      }
    }
  }

  private static func makeFolder(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in parts.indices {
      let folder = parts[...count].joined(separator: "/")
      if !folder.isEmpty { mkdir(folder, 0o755) }
    }
  }

  private static func unreadable(_ path: String) -> FileProblem {
    FileProblem(message: Wording.cannotRead(path, String(cString: strerror(errno))), status: .noInput)
  }

  private static func unwritable(_ path: String) -> FileProblem {
    FileProblem(message: Wording.cannotWrite(path, String(cString: strerror(errno))), status: .inputOutput)
  }
}
