import Testbed

/// Damages pages: the same seed gives the same damage.
package struct Mutator {
  private var numbers: SeededNumbers
  private let pages: [[UInt8]]

  /// What parsers and cutters have stumbled over.
  private static let pieces: [[UInt8]] = [
    "<!--", "-->", "<!-->", "<![CDATA[", "]]>", "<?", "<!", "<", ">", "</", "/>", "\"", "'", "=", "&", "&#",
    "&#x10FFFF;",
    "&#xD800;", "&nbsp", "\0", "\r", "\u{FEFF}", "\u{200B}", "<p>", "</p>", "<div>", "</div>", "<table>", "</table>",
    "<tr>",
    "<td colspan=1000000000000000 rowspan=-1>", "</td>", "<th>", "<caption>", "<script>", "</script>", "<style>",
    "<svg>",
    "</svg>", "<template>", "<select>", "<textarea>", "<plaintext>", "<frameset>", "</body>", "</html>", "<html>",
    "<head>",
    "<title>", "</title>", "<h1>", "</h1>", "<a href=x.pdf>", "</a>", "<img alt=图一二三四五六>", "<meta charset=utf-16>",
    "<meta name=PubDate content=2024-02-30>", "<o:p>", "<br>", "<li>", "<ul class=sidebar>", "<article>", "</article>",
    "发布时间：", "来源：", "当前位置：", "上一篇：", "2024-02-08 10:00", "共计99999999999999个字", "注：", "\\r\\n", "&nbsp;", "\u{C}",
  ].map { Array($0.utf8) }

  package init(seed: UInt64, pages: [[UInt8]]) {
    numbers = SeededNumbers(seed: seed)
    self.pages = pages.filter { !$0.isEmpty }
  }

  private mutating func next(_ bound: Int) -> Int {
    Int.random(in: 0..<max(1, bound), using: &numbers)
  }

  /// A page with some damage.
  package mutating func page() -> [UInt8] {
    guard !pages.isEmpty else { return [] }
    var bytes = pages[next(pages.count)]
    for _ in 0..<1 + next(16) {
      guard !bytes.isEmpty else { return bytes }
      let at = next(bytes.count)
      let end = min(bytes.count, at + 1 + next(1 << next(12)))
      switch next(10) {
      case 0: bytes[at] = UInt8(next(256))
      case 1: bytes.removeSubrange(at..<end)
      case 2, 3: bytes.insert(contentsOf: Self.pieces[next(Self.pieces.count)], at: at)
      case 4:
        // The same thing many times: depth, length, count.
        let piece = Self.pieces[next(Self.pieces.count)]
        let times = 1 << next(11)
        bytes.insert(contentsOf: (0..<times).flatMap { _ in piece }, at: at)
      case 5: bytes.insert(contentsOf: Array(bytes[at..<end]), at: next(bytes.count))
      case 6:
        let other = pages[next(pages.count)]
        let from = next(other.count)
        bytes.replaceSubrange(at..<end, with: other[from..<min(other.count, from + 1 + next(1 << 12))])
      case 7: for index in at..<end { bytes[index] = UInt8(next(256)) }
      case 8: bytes.removeSubrange(at...)
      default: bytes.swapAt(at, next(bytes.count))
      }
    }
    return bytes
  }
}
