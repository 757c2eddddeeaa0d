import Glibc

/// Paths as they are shorter to read.
enum Places {
  /// Relative to the working folder where the path lies in it.
  static func short(_ path: String) -> String {
    guard let buffer = getcwd(nil, 0) else { return path.printable }
    defer { free(buffer) }
    let folder = String(cString: buffer) + "/"
    return (path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path).printable
  }
}
