import Glibc

/// An open folder; its names are read once, its descriptor serves to look at what lies in it.
final class FolderHandle {
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
    }
  }

  let descriptor: Int32
  let identity: Identity

  /// - Parameter parent: `nil` for an absolute path.
  init(_ name: UnsafePointer<CChar>, in parent: FolderHandle?) throws(SystemError) {
    descriptor = openat(parent?.descriptor ?? AT_FDCWD, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = SystemError(errno)
      close(descriptor)
      throw error
    }
    identity = Identity(status)
  }

  deinit {
    close(descriptor)
  }

  /// Links are followed.
  func status(of name: UnsafePointer<CChar>) throws(SystemError) -> stat {
    var status = stat()
    guard fstatat(descriptor, name, &status, 0) == 0 else { throw SystemError(errno) }
    return status
  }

  /// Of the name itself where it is a link; `nil` where it is none, or nothing.
  func link(_ name: UnsafePointer<CChar>) -> stat? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFLNK ? status : nil
  }

  /// Calls `body` with every name but "." and "..", in the order of the file system; each ends in a NUL that its count
  /// leaves out.
  func forEachName(_ body: (UnsafeBufferPointer<UInt8>, EntryType) -> Void) throws(SystemError) {
    // The stream owns its descriptor.
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError(errno) }
    guard let stream = fdopendir(copy) else {
      let error = SystemError(errno)
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError(errno) }
        return
      }
      let start = UnsafeRawPointer(entry).advanced(by: Self.nameOffset).assumingMemoryBound(to: UInt8.self)
      let name = UnsafeBufferPointer(
        start: start,
        count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
      )
      if name.first == UInt8(ascii: "."), name.count == 1 || (name.count == 2 && name[1] == UInt8(ascii: ".")) {
        continue
      }
      body(name, EntryType(entry.pointee.d_type))
    }
  }

  enum EntryType {
    case file, folder, link, unknown, other

    init(_ type: UInt8) {
      switch Int(type) {
      case DT_REG: self = .file
      case DT_DIR: self = .folder
      case DT_LNK: self = .link
      case DT_UNKNOWN: self = .unknown
      default: self = .other
      }
    }
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
}

/// An error number of the system.
struct SystemError: Error, Hashable {
  var number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  var words: String { String(cString: strerror(number)) }
}
