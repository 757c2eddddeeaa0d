import Incremental

/// A file's path for a document: it lies in the folder that it is written to, no two documents have one, and people can
/// read it.
///
/// A URI's folders stay folders. What a path could misread (`..`, an empty or hidden name, control characters, marks that
/// turn the direction of writing, the characters that other systems keep for themselves) is written as `%` and two
/// hexadecimal digits for each byte, `%` and `~` themselves included. A name that is too long is cut and ends in `~` and
/// the beginning of its digest.
enum DocumentFileName {
  /// Bytes of one name, its suffix left out: file systems take 255.
  private static let longestName = 180
  private static let longestPath = 1500

  /// - Parameter suffix: as `.clean.txt`.
  /// - Returns: relative, without `.` and `..`.
  static func path(of uri: String, suffix: String) -> String {
    var parts = uri.split(separator: "/", omittingEmptySubsequences: false).map { escaped($0) }
    let file = parts.removeLast()
    // A folder is never named like a file that another document gets.
    parts = parts.map { $0.hasSuffix(suffix) ? $0.dropLast(suffix.count) + "%2E" + suffix.dropFirst() : $0 }
    let path = (parts + [file + suffix]).joined(separator: "/")
    guard path.utf8.count > longestPath else { return path }
    return "%long/" + Digest(of: uri).hex + suffix
  }

  private static func escaped(_ name: Substring) -> String {
    guard !name.isEmpty else { return "%2F" }
    var result = ""
    for (index, scalar) in name.unicodeScalars.enumerated() {
      if isPlain(scalar) && !(index == 0 && scalar == ".") {
        result.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    guard result.utf8.count > longestName else { return result }
    var cut = ""
    for scalar in result.unicodeScalars {
      guard cut.utf8.count + UTF8.width(scalar) <= longestName - 17 else { break }
      cut.unicodeScalars.append(scalar)
    }
    return cut + "~" + Digest(of: String(name)).hex.prefix(16)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFF: false
    default: !"%~\\:*?\"<>|".unicodeScalars.contains(scalar)
    }
  }
}
