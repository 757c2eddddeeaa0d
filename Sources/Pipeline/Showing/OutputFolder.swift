import Glibc

/// A folder that files are written to, one command at a time. A file in it is the old one or the new one, never a part.
final class OutputFolder {
  /// Written, then renamed: after a kill it is left, and written over by the next.
  private static let draft = ".gongbao.new"

  let path: String
  /// Holds the lock; the system lets it go with the process.
  private let descriptor: Int32
  private var lastFolder: String?

  /// Makes the folder where there is none.
  init(_ path: String) throws(PipelineError) {
    self.path = path
    try Self.make(path)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.problem(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw PipelineError(.outputFolder, place: path, cause: "another gongbao writes to it")
    }
    unlink(path + "/" + Self.draft)
  }

  deinit { close(descriptor) }

  /// - Returns: whether the file had other content or was not there.
  func write(_ bytes: [UInt8], to name: String) throws(PipelineError) -> Bool {
    let target = path + "/" + name
    if Self.holds(target, bytes) { return false }
    try makeFolder(of: name)
    do {
      try WholeFile.replace(target, with: bytes, draft: path + "/" + Self.draft)
    } catch {
      throw Self.problem(target, error.number)
    }
    return true
  }

  /// - Returns: whether there was such a file.
  func remove(_ name: String) -> Bool { unlink(path + "/" + name) == 0 }

  private func makeFolder(of name: String) throws(PipelineError) {
    guard let slash = name.lastIndex(of: "/") else { return }
    let folder = String(name[..<slash])
    guard folder != lastFolder else { return }
    try Self.make(path + "/" + folder)
    lastFolder = folder
  }

  private static func make(_ path: String) throws(PipelineError) {
    var folder = ""
    for (index, part) in path.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      folder += (index == 0 ? "" : "/") + part
      guard !part.isEmpty else { continue }
      guard mkdir(folder, 0o755) != 0, errno != EEXIST else { continue }
      // Of a folder that is there but may not be written to, the system may say anything.
      let problem = errno
      var status = stat()
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw Self.problem(folder, problem) }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw problem(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw problem(path, ENOTDIR) }
  }

  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else {
      return false
    }
    var buffer = [UInt8](repeating: 0, count: min(65_536, max(1, bytes.count)))
    var offset = 0
    while offset < bytes.count {
      let count = read(file, &buffer, min(buffer.count, bytes.count - offset))
      guard count > 0, buffer[..<count].elementsEqual(bytes[offset..<(offset + count)]) else { return false }
      offset += count
    }
    return true
  }

  private static func problem(_ place: String, _ number: Int32 = errno) -> PipelineError {
    let cause =
      switch number {
      case ENOTDIR: "a file is in the place of a folder"
      case EISDIR, ENOTEMPTY, EEXIST: "a folder is in the place of a file"
      case ENOSPC, EDQUOT: "the disk is full"
      default: String(cString: strerror(number))
      }
    return PipelineError(.outputFolder, place: place, cause: cause)
  }
}
