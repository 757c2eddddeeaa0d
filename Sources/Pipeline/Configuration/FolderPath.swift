import Glibc

/// Joins and shortens the paths of a configuration by their text alone: links are not followed.
enum FolderPath {
  /// - Returns: `path` itself when it is absolute, else below `folder`; without `.`, empty parts and a slash at the end.
  ///   A `..` takes away the part before it.
  static func absolute(_ path: String, in folder: String) -> String {
    let whole = path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// All but the last part; "/" for a path of one part.
  static func parent(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }

  static func lastPart(of path: String) -> String? {
    path.split(separator: "/").last.map(String.init)
  }

  /// The working folder; "/" where the system cannot tell it.
  static func current() -> String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
