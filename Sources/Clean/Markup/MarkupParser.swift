internal import CLibXML2
internal import Documents

/// Parses markup with libxml2 into a flat tree. The parser's pointers stay in this file.
///
/// The tree is built from SAX callbacks: no document of libxml2's own, no recursion over the page's depth, and the
/// position in the markup is at hand for each text. Texts and values are packed to the front of the markup itself, which
/// the parser has passed by then: what it tells is never longer than what it has read, and a large page is not held twice.
enum MarkupParser {
  /// - Parameters:
  ///   - markup: less than 2^30 bytes, for offsets in it are narrow.
  ///   - nodeCount: how many nodes there are at most, where that is known: growing would copy a large page's.
  static func parse(
    _ markup: consuming [UInt8],
    nodeCount: Int = 0,
    limits: CleanParameters
  ) throws(DocumentFailure) -> MarkupTree {
    _ = prepared
    let builder = MarkupTreeBuilder(limits: limits)
    guard !markup.isEmpty else { return builder.tree }
    // The parser puts in a few of its own.
    builder.tree.nodes.reserveCapacity(min(limits.maximumNodes, nodeCount + 64))
    // A handler of this thread, so that nothing reaches stderr whatever happens inside libxml2.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    // A zero is the end for the parser; there can be others in tags.
    for index in markup.indices where markup[index] == 0 { markup[index] = 0x20 }
    markup.append(0)
    let parsed = markup.withUnsafeMutableBufferPointer { bytes -> Bool in
      guard let context = htmlNewParserCtxt() else { return false }
      defer { htmlFreeParserCtxt(context) }
      guard read(bytes, context) else { return false }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        | HTML_PARSE_NODEFDTD.rawValue
      _ = htmlCtxtUseOptions(context, Int32(options) | Int32(XML_PARSE_HUGE.rawValue))
      // The text is UTF-8 already: no conversion, so offsets stay offsets.
      _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      guard let sax = context.pointee.sax else { return false }
      sax.pointee = Self.handler
      context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      builder.context = context
      builder.markup = bytes
      _ = htmlParseDocument(context)
      builder.context = nil
      builder.markup = nil
      return true
    }
    guard parsed else { throw DocumentFailure(.markup, found: "the parser did not start") }
    builder.finish()
    if let failure = builder.failure { throw failure }
    builder.tree.pool = PackedText.cut(markup, to: builder.packed)
    return builder.tree
  }

  /// Gives the parser the markup where it lies; the usual way copies it.
  private static func read(_ markup: UnsafeMutableBufferPointer<UInt8>, _ context: htmlParserCtxtPtr) -> Bool {
    guard let base = markup.baseAddress, let input = xmlNewStringInputStream(context, base)
    else { return false }
    // It frees the input where it fails.
    return inputPush(context, input) >= 0
  }

  /// Tables that libxml2 shares between threads are made once, before any of them parses.
  private static let prepared: Bool = {
    xmlInitParser()
    xmlThrDefSetStructuredErrorFunc(nil) { _, _ in }
    return true
  }()

  nonisolated(unsafe) private static let handler: xmlSAXHandler = {
    var handler = xmlSAXHandler()
    handler.initialized = 1
    handler.startElement = { data, name, attributes in
      guard let data, let name else { return }
      Unmanaged<MarkupTreeBuilder>.fromOpaque(data).takeUnretainedValue().open(name, attributes)
    }
    handler.endElement = { data, name in
      guard let data, let name else { return }
      Unmanaged<MarkupTreeBuilder>.fromOpaque(data).takeUnretainedValue().close(name)
    }
    let text: charactersSAXFunc = { data, bytes, count in
      guard let data, let bytes, count > 0 else { return }
      Unmanaged<MarkupTreeBuilder>.fromOpaque(data).takeUnretainedValue()
        .append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.characters = text
    handler.ignorableWhitespace = text
    handler.cdataBlock = text
    return handler
  }()
}

/// Receives libxml2's callbacks.
///
/// One thread parses, and no callback runs inside another: accesses need no check.
private final class MarkupTreeBuilder {
  @exclusivity(unchecked) var tree = MarkupTree()
  @exclusivity(unchecked) var context: htmlParserCtxtPtr?
  @exclusivity(unchecked) private(set) var failure: DocumentFailure?
  /// What is parsed, as long as it is.
  @exclusivity(unchecked) var markup: UnsafeMutableBufferPointer<UInt8>?
  /// Where the texts end that were packed to the markup's front.
  @exclusivity(unchecked) private(set) var packed = 0
  private let limits: CleanParameters
  /// Open elements.
  @exclusivity(unchecked) private var open: [Int32] = []
  /// Where the last callback left off in the markup.
  @exclusivity(unchecked) private var position: Int32 = 0
  /// Whether no word stands between here and the last end of a line: white space means nothing.
  @exclusivity(unchecked) private var isBetweenLines = true
  /// Open links: their texts are read without their lines.
  @exclusivity(unchecked) private var openLinks = 0

  init(limits: CleanParameters) {
    self.limits = limits
  }

  private func currentOffset() -> Int32 {
    guard let input = context?.pointee.input else { return position }
    let inside = input.pointee.cur.map { $0 - input.pointee.base } ?? 0
    return Int32(clamping: Int(input.pointee.consumed) + inside)
  }

  /// The most bytes of a character: the parser tells a long text in parts before it steps over each part's last one.
  private static let unread = 4

  /// Packs bytes that were read from the markup before an offset behind those packed before.
  ///
  /// - Returns: where they lie.
  private func pack(_ bytes: UnsafeBufferPointer<UInt8>, readUpTo offset: Int32) -> Range<Int> {
    let range = packed..<packed + bytes.count
    guard let markup, range.upperBound <= Int(offset) + Self.unread, range.upperBound < markup.count else {
      stop(DocumentFailure(.markup, offset: Int(position), found: "the parser told more text than it had read"))
      return packed..<packed
    }
    _ = UnsafeMutableBufferPointer(rebasing: markup[range]).update(fromContentsOf: bytes)
    packed = range.upperBound
    return range
  }

  private func add(_ node: MarkupTree.Node) -> Bool {
    guard tree.nodes.count < limits.maximumNodes else {
      stop(DocumentFailure(.tooManyNodes, offset: Int(position), found: "more than \(limits.maximumNodes) nodes"))
      return false
    }
    tree.nodes.append(node)
    return true
  }

  private func stop(_ reason: DocumentFailure) {
    guard failure == nil else { return }
    failure = reason
    if let context { xmlStopParser(context) }
  }

  func open(_ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard failure == nil else { return }
    guard open.count < limits.maximumDepth else {
      stop(DocumentFailure(.tooDeep, offset: Int(position), found: "more than \(limits.maximumDepth) elements deep"))
      return
    }
    let first = tree.attributes.count
    position = currentOffset()
    if var list {
      while let key = list.pointee {
        let keyBytes = UnsafeBufferPointer(start: key, count: length(key))
        if let value = list[1], let attribute = MarkupTree.Attribute(name: keyBytes) {
          let range = pack(UnsafeBufferPointer(start: value, count: length(value)), readUpTo: position)
          tree.attributes.append((attribute, Range(narrowing: range)))
        }
        list += 2
      }
    }
    let tag = Tag(name: name)
    if tag.breaksLine { isBetweenLines = true }
    if tag == .a { openLinks += 1 }
    let node = MarkupTree.Node(tag, parent: open.last ?? -1, attributes: first..<tree.attributes.count)
    if add(node) { open.append(Int32(tree.nodes.count - 1)) }
  }

  func close(_ name: UnsafePointer<xmlChar>) {
    position = currentOffset()
    guard let last = open.popLast() else { return }
    let tag = tree.nodes[Int(last)].tag
    if tag.breaksLine { isBetweenLines = true }
    if tag == .a { openLinks -= 1 }
    tree.nodes[Int(last)].close(at: tree.nodes.count)
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    if isBetweenLines, openLinks == 0, bytes.allSatisfy({ $0 <= 0x20 }) {
      position = currentOffset()
      return
    }
    isBetweenLines = false
    let from = position
    position = currentOffset()
    var rest = bytes
    while rest.count > MarkupTree.Node.maximumText {
      // A node for each part, none of which ends inside of a character.
      var end = MarkupTree.Node.maximumText
      while end > 1, rest[end] & 0xC0 == 0x80 { end -= 1 }
      add(UnsafeBufferPointer(rebasing: rest[..<end]), from: from)
      rest = UnsafeBufferPointer(rebasing: rest[end...])
    }
    add(rest, from: from)
  }

  /// Adds a text that was read up to the position.
  private func add(_ bytes: UnsafeBufferPointer<UInt8>, from: Int32) {
    let range = pack(bytes, readUpTo: position)
    let parent = open.last ?? -1
    if let last = tree.nodes.indices.last, tree.nodes[last].tag == .text, tree.nodes[last].parent == parent,
      tree.nodes[last].range.upperBound == range.lowerBound,
      tree.nodes[last].lengthen(by: range.count, upTo: position)
    {
      return
    }
    _ = add(MarkupTree.Node(text: range, parent: parent, source: from..<max(from, position)))
  }

  func finish() {
    while let last = open.popLast() { tree.nodes[Int(last)].close(at: tree.nodes.count) }
  }

  private func length(_ text: UnsafePointer<xmlChar>) -> Int { Int(xmlStrlen(text)) }
}
