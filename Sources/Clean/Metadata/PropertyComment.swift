/// Newspaper systems keep what they know of an article in a comment: `<!--enpproperty <date>...</date><title>...`.
extension CutMarkup {
  /// The first value of a name, if it is not empty.
  func property(_ name: String) -> [UInt8]? {
    let open = Array("<\(name)>".utf8)
    for comment in propertyComments {
      var index = comment.startIndex
      while index + open.count < comment.endIndex {
        if comment[index] == open[0], comment[index...].starts(with: open) {
          let value = comment[(index + open.count)...].prefix { $0 != UInt8(ascii: "<") }
          if !value.isEmpty { return Array(value) }
        }
        index += 1
      }
    }
    return nil
  }
}
