import Fetch
import Incremental

/// The files of the folder as the engine wants them listed, and how many bytes they have.
final class FolderListing {
  private let walk: FileWalk
  private(set) var bytes: Int64 = 0

  struct Iterator: IteratorProtocol {
    let listing: FolderListing

    func next() -> ListedItem? { listing.next() }
  }

  init(folder: String) {
    walk = FileWalk(root: folder, globs: ["**/*.txt"])
  }

  func makeIterator() -> Iterator { Iterator(listing: self) }

  private func next() -> ListedItem? {
    guard let file = walk.next() else { return nil }
    bytes += Int64(file.stat.size)
    return ListedItem(name: file.uri, stamp: FileStamp(file.stat), source: 0)
  }
}

extension FileStamp {
  init(_ stat: FileStat) {
    self.init(
      size: Int64(stat.size),
      modifiedNanoseconds: Int64(stat.modified),
      changedNanoseconds: Int64(stat.changed),
      inode: Int64(bitPattern: stat.inode)
    )
  }
}
