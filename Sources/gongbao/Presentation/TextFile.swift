import Glibc
import Pipeline

/// Reads and writes small files named on the command line.
enum TextFile {
  static func text(of path: String) -> String? {
    guard let bytes = try? bytes(of: path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    do {
      return try WholeFile.bytes(of: path)
    } catch {
      throw unreadable(path, error)
    }
  }

  static func bytes(
    from descriptor: Int32,
    name: String,
    maximum: Int = WholeFile.maximumBytes
  ) throws(FileProblem) -> [UInt8] {
    do {
      return try WholeFile.bytes(from: descriptor, maximum: maximum)
    } catch {
      throw unreadable(name, error)
    }
  }

  static func append(_ text: String, to path: String) throws(FileProblem) {
    makeFolder(of: path)
    do {
      try WholeFile.write(text.utf8, to: path, O_APPEND)
    } catch {
      throw unwritable(path, error)
    }
  }

  /// Readers see the old text or the new one, never a part.
  static func replace(_ path: String, with text: String) throws(FileProblem) {
    makeFolder(of: path)
    do {
      try WholeFile.replace(path, with: text.utf8, draft: "\(path).\(getpid()).new")
    } catch {
      throw unwritable(path, error)
    }
  }

  private static func makeFolder(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in parts.indices {
      let folder = parts[...count].joined(separator: "/")
      if !folder.isEmpty { mkdir(folder, 0o755) }
    }
  }

  private static func unreadable(_ path: String, _ problem: WholeFile.Problem) -> FileProblem {
    FileProblem(message: Wording.cannotRead(path, problem.words), status: problem.isTooLarge ? .dataError : .noInput)
  }

  private static func unwritable(_ path: String, _ problem: WholeFile.Problem) -> FileProblem {
    FileProblem(message: Wording.cannotWrite(path, problem.words), status: .inputOutput)
  }
}
