package import Documents
import Glibc

/// Reads the files of a source.
package struct FileReader: Sendable {
  package struct Contents: Equatable, Sendable {
    package var bytes: [UInt8]
    /// Of the very bytes that were read.
    package var stat: FileStat
  }

  /// The folder that relative URIs start from, absolute.
  package let root: String
  /// A larger file is not read.
  package let maximumBytes: Int
  /// Called between the reading and the second look at the file, with the attempt's number; tests write there.
  let afterReading: @Sendable (Int) -> Void

  package init(root: String, maximumBytes: Int) {
    self.init(root: root, maximumBytes: maximumBytes) { _ in }
  }

  init(root: String, maximumBytes: Int, afterReading: @escaping @Sendable (Int) -> Void) {
    self.root = root
    self.maximumBytes = maximumBytes
    self.afterReading = afterReading
  }

  package func path(of uri: String) -> String {
    uri.hasPrefix("/") ? uri : root + "/" + uri
  }

  /// The file's bytes as clean wants them.
  package func document(_ uri: String) throws(FetchError) -> (document: SourceDocument, stat: FileStat) {
    let contents = try contents(of: uri)
    let mediaType = SourceDocument.MediaType(name: uri, bytes: contents.bytes)
    return (SourceDocument(bytes: contents.bytes, mediaType: mediaType), contents.stat)
  }

  /// Reads a file as a whole. A file that changes meanwhile is read once more.
  package func contents(of uri: String) throws(FetchError) -> Contents {
    for attempt in 1...2 {
      if let contents = try attemptReading(uri, attempt: attempt) { return contents }
    }
    throw FetchError(.changedWhileRead, uri: uri)
  }

  /// - Returns: `nil` when the file changed.
  private func attemptReading(_ uri: String, attempt: Int) throws(FetchError) -> Contents? {
    // Not to wait for a writer where a pipe has taken the file's place.
    let descriptor = open(path(of: uri), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      let error = failure(SystemError(errno), uri)
      throw error.code == .vanished && isLink(uri) ? FetchError(.brokenLink, uri: uri) : error
    }
    defer { close(descriptor) }
    let before = try status(of: descriptor, uri)
    guard before.isRegularFile else { throw FetchError(.unreadable("no regular file"), uri: uri) }
    guard before.st_size <= maximumBytes else {
      let found = "\(before.st_size) bytes, the limit is \(maximumBytes)"
      throw FetchError(.document(DocumentFailure(.tooLarge, found: found)), uri: uri)
    }
    guard let bytes = try read(descriptor, count: Int(before.st_size), uri) else { return nil }
    afterReading(attempt)
    let after = try status(of: descriptor, uri)
    guard FileStat(before) == FileStat(after), bytes.count == before.st_size else { return nil }
    return Contents(bytes: bytes, stat: FileStat(after))
  }

  private func isLink(_ uri: String) -> Bool {
    var status = stat()
    return lstat(path(of: uri), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private func status(of descriptor: Int32, _ uri: String) throws(FetchError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(SystemError(errno), uri) }
    return status
  }

  /// - Returns: at most `count` bytes; `nil` when there are more.
  private func read(_ descriptor: Int32, count: Int, _ uri: String) throws(FetchError) -> [UInt8]? {
    var error: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
      while filled < buffer.count {
        let result = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
        if result == 0 { return }
        if result > 0 {
          filled += result
        } else if errno != EINTR {
          error = SystemError(errno)
          return
        }
      }
    }
    if let error { throw failure(error, uri) }
    return bytes.count <= count ? bytes : nil
  }

  private func failure(_ error: SystemError, _ uri: String) -> FetchError {
    FetchError(error.number == ENOENT || error.number == ENOTDIR ? .vanished : .unreadable(error.words), uri: uri)
  }
}
