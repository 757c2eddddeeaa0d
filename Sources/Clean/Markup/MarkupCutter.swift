/// A page's markup without what a parser need not see: scripts, styles, drawings, comments, processing instructions, and
/// the attributes that nothing here reads.
///
/// Half of a page is cut away; and comments such as `<!-->`, tags with thousands of attributes and bytes of zero are
/// traps that the parser then never meets.
struct CutMarkup {
  /// What is left, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Contents of `<script type="application/ld+json">`.
  private(set) var linkedData: [[UInt8]] = []
  /// Comments in which newspaper systems keep a page's metadata (`<!--enpproperty`).
  private(set) var propertyComments: [[UInt8]] = []
  /// Whether the markup ends inside a tag, a comment or a script.
  var endsOpen = false
  /// Where pieces of `bytes` begin in `bytes` and in the decoded text; pieces with nothing cut between them are one.
  private var pieces: [(cut: Int32, text: Int32)] = []
  /// Elements and texts that ``bytes`` can have: a start tag and the text behind it, the text behind an end tag.
  private(set) var nodeCount = 1

  /// The offset in the decoded text of the byte at `offset` of ``bytes``.
  func textOffset(of offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].cut) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    return Int(pieces[low - 1].text) + (offset - Int(pieces[low - 1].cut))
  }

  init(_ text: UnsafeBufferPointer<UInt8>, maximumAttributes: Int) {
    bytes.reserveCapacity(text.count + 1)
    var cutter = MarkupScanner(text: text)
    var open = OpenElements()
    while let piece = cutter.nextPiece() {
      switch piece {
      case .copy(let range): append(text, range)
      case .space: bytes.append(0x20)
      case .tag(let range): append(tag: range, of: text, &open, maximumAttributes: maximumAttributes)
      case .linkedData(let range): linkedData.append(Array(text[range]))
      case .properties(let range): propertyComments.append(Array(text[range]))
      }
    }
    endsOpen = cutter.endedOpen
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    mark(range.lowerBound)
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
  }

  /// What is appended next stands at this offset of the decoded text.
  private mutating func mark(_ offset: Int) {
    if let last = pieces.last, Int(last.text) - Int(last.cut) == offset - bytes.count { return }
    pieces.append((Int32(clamping: bytes.count), Int32(clamping: offset)))
  }

  /// The bytes, which are held here no longer: a large page's are parsed beside its tree.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private static let lineBreak = OpenElements.hash("br".utf8)
  private static let paragraph = OpenElements.hash("p".utf8)

  /// A tag with the attributes that are read somewhere.
  private mutating func append(
    tag range: Range<Int>,
    of text: UnsafeBufferPointer<UInt8>,
    _ open: inout OpenElements,
    maximumAttributes: Int
  ) {
    var scanner = AttributeScanner(text: text, tag: range)
    let isEnd = range.count > 2 && text[range.lowerBound + 1] == UInt8(ascii: "/")
    let name = OpenElements.hash(text[(range.lowerBound + (isEnd ? 2 : 1))..<scanner.nameEnd])
    if isEnd, !open.close(name) {
      // A paragraph's end without its start still ends a line.
      if name == Self.paragraph || name == Self.lineBreak { bytes.append(contentsOf: "<br>".utf8) }
      return
    }
    nodeCount += isEnd ? 1 : 2
    append(text, range.lowerBound..<scanner.nameEnd)
    var count = 0
    while let attribute = scanner.next() {
      guard count < maximumAttributes else { break }
      guard
        MarkupTree.Attribute(name: text[attribute.name]) != nil,
        !attribute.isStyle(in: text) || attribute.valueMatters(in: text)
      else { continue }
      count += 1
      bytes.append(0x20)
      append(text, attribute.whole)
    }
    let isWhole = range.count > 1 && text[range.upperBound - 2] == UInt8(ascii: "/")
    if isWhole { bytes.append(UInt8(ascii: "/")) }
    if !isWhole, !isEnd { open.open(name) }
    mark(range.upperBound - 1)
    bytes.append(UInt8(ascii: ">"))
  }
}
