import Glibc

/// The bytes of small files, read and written as a whole.
package enum WholeFile {
  /// Of a file that people write, such as pipeline.json, a lexicon, a query: many times what they do.
  package static let maximumBytes = 64 << 20

  package struct Problem: Error, Equatable {
    /// What the system says, or what the file is instead of one.
    package var words: String
    /// As `errno` has it; 0 where the system has nothing to say.
    package var number: Int32 = 0

    package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
    package var isTooLarge: Bool { number == EFBIG }

    init(words: String, number: Int32 = 0) {
      (self.words, self.number) = (words, number)
    }

    init(tooLarge maximum: Int) {
      let (mebibytes, rest) = maximum.quotientAndRemainder(dividingBy: 1 << 20)
      let amount = rest == 0 ? "\(mebibytes) MB" : "\(maximum) bytes"
      self.init(words: "it has more than \(amount)", number: EFBIG)
    }

    init(_ number: Int32) {
      self.number = number
      words = String(cString: strerror(number))
    }
  }

  /// - Parameter maximum: more bytes are an error, and no more than these are held.
  package static func bytes(of path: String, maximum: Int = maximumBytes) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Problem(errno) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, maximum: maximum)
  }

  /// - Parameter maximum: with more bytes it is not read.
  static func bytes(ofRegular path: String, maximum: Int = maximumBytes) throws(Problem) -> [UInt8] {
    // Not to wait for a writer where the path is that of a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Problem(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Problem(errno) }
    // What is no file may have no end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(words: status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no regular file")
    }
    return try bytes(from: descriptor, maximum: maximum)
  }

  /// From where it stands to its end.
  package static func bytes(from descriptor: Int32, maximum: Int = maximumBytes) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: buffer.prefix(count))
        guard bytes.count <= maximum else { throw Problem(tooLarge: maximum) }
      } else if errno != EINTR {
        throw Problem(errno)
      }
    }
  }

  /// Opens a file, writes all of it and closes it.
  ///
  /// - Parameter flags: as `open` takes them, besides those that every file is written with.
  package static func write(_ bytes: some Collection<UInt8>, to path: String, _ flags: Int32) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw Problem(errno) }
    let problem = write(Array(bytes), to: descriptor)
    // Some file systems say only here that there was no room.
    guard close(descriptor) == 0 || problem != 0 else { throw Problem(errno) }
    if problem != 0 { throw Problem(problem) }
  }

  /// Readers see the old bytes or the new ones, never a part.
  ///
  /// - Parameter draft: where they are written first, in the same folder; gone afterwards.
  package static func replace(
    _ path: String,
    with bytes: some Collection<UInt8>,
    draft: String
  ) throws(Problem) {
    do throws(Problem) {
      try write(bytes, to: draft, O_TRUNC | O_NOFOLLOW)
      guard rename(draft, path) == 0 else { throw Problem(errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// - Returns: 0, or the system's number for what went wrong.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count > 0 {
        offset += count
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
