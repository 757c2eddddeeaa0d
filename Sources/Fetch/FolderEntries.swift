/// The names of one folder that concern the walk, in one buffer, sorted so that the paths below come in byte order.
struct FolderEntries {
  struct Entry {
    var start: Int
    /// Without the NUL that follows.
    var count: Int
    var isFolder: Bool
    /// Whether a link led here.
    var isLink: Bool
    /// Known already where the listing did not tell the type.
    var stat: FileStat?
  }

  private var names: [UInt8] = []
  private(set) var entries: [Entry] = []

  var count: Int { entries.count }

  mutating func append(_ name: UnsafeBufferPointer<UInt8>, isFolder: Bool, isLink: Bool, stat: FileStat? = nil) {
    entries.append(Entry(start: names.count, count: name.count, isFolder: isFolder, isLink: isLink, stat: stat))
    names.append(contentsOf: name)
    names.append(0)
  }

  func withName<Result>(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let entry = entries[index]
    return names.withUnsafeBufferPointer { names in
      body(UnsafeBufferPointer(rebasing: names[entry.start..<(entry.start + entry.count)]))
    }
  }

  /// A folder counts as its name and a slash: "a.html" comes before "a/b.html", and that before "a0.html".
  mutating func sort() {
    names.withUnsafeBufferPointer { names in
      func precedes(_ left: Entry, _ right: Entry) -> Bool {
        let shared = min(left.count, right.count)
        for offset in 0..<shared {
          let (a, b) = (names[left.start + offset], names[right.start + offset])
          if a != b { return a < b }
        }
        let a = left.count > shared ? Int(names[left.start + shared]) : left.isFolder ? 0x2F : -1
        let b = right.count > shared ? Int(names[right.start + shared]) : right.isFolder ? 0x2F : -1
        return a < b
      }
      entries.sort(by: precedes)
    }
  }
}
