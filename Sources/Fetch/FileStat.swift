import Glibc

/// What the file system says of a file: when all of it is equal and old enough, so are the bytes.
package struct FileStat: Hashable, Sendable {
  package var size: Int
  /// Nanoseconds since 1970; negative before.
  package var modified: Int
  /// Of the inode (contents, name, rights), nanoseconds since 1970.
  package var changed: Int
  package var inode: UInt64

  package init(size: Int, modified: Int, changed: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: stat) {
    size = status.st_size
    modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec &* 1_000_000_000 &+ status.st_ctim.tv_nsec
    inode = UInt64(status.st_ino)
  }
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
}
