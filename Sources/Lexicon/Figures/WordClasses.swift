/// The words of `word-classes.tsv`, found at either end of a stretch.
///
/// All classes share a trie for each direction; a class is a bit of the word's mask. A class, because readers pass it on
/// with every look; nothing in it changes. Public, because only what is public is inlined into the stages.
public final class WordClasses: Sendable {
  private let masks: [UInt128]
  /// Of each word, in bytes.
  private let lengths: [Int]
  /// By class and word: what the parts of a whole take, what something is where it grows.
  private let arguments: [WordClass: [Int32: [UInt8]]]
  /// By word: of which kind an owner is, and of which kinds the owners of what is owned.
  private let ownerKinds: [Int32: OwnerKinds]
  private let ownedKinds: [Int32: OwnerKinds]
  /// By class, in the order of the file.
  private let lists: [WordClass: [[UInt8]]]
  private let forwards: ScalarTrie
  private let backwards: ScalarTrie
  /// The classes of the words that begin, or end, with a code point: most looks end here.
  @usableFromInline let first: EdgeMasks
  @usableFromInline let last: EdgeMasks

  package init(_ table: TSVTable) throws(LexiconError) {
    var index: [[UInt8]: Int] = [:]
    var words: [[UInt8]] = []
    var masks: [UInt128] = []
    var edges: [UInt64] = []
    var arguments: [WordClass: [Int32: [UInt8]]] = [:]
    var kinds: [WordClass: [Int32: OwnerKinds]] = [:]
    var lists: [WordClass: [[UInt8]]] = [:]
    for row in table.rows {
      let word = try row.bytes("word")
      let name = try row.text("class")
      guard let kind = WordClass.names[name] else {
        throw row.malformed("class", name, "one of " + WordClass.names.keys.sorted().joined(separator: ", "))
      }
      let argument = try row.bytes("argument")
      if kind.hasArgument == argument.isEmpty {
        throw row.malformed(
          "argument",
          try row.text("argument"),
          "a noun for whole and growing, kinds for owner and owned, and only for these"
        )
      }
      let place = index[word] ?? words.count
      if place == words.count {
        index[word] = place
        words.append(word)
        masks.append(0)
        edges.append(0)
      }
      masks[place] |= kind.bit
      edges[place] |= kind.edgeBit
      lists[kind, default: []].append(word)
      if kind.tellsOwners {
        guard let told = OwnerKinds(argument) else {
          throw row.malformed("argument", try row.text("argument"), "some of " + OwnerKinds.names)
        }
        kinds[kind, default: [:]][Int32(place)] = told
      } else if kind.hasArgument {
        arguments[kind, default: [:]][Int32(place)] = argument
      }
    }
    self.masks = masks
    lengths = words.map(\.count)
    self.arguments = arguments
    ownerKinds = kinds[.owner] ?? [:]
    ownedKinds = kinds[.owned] ?? [:]
    self.lists = lists
    let entries = words.enumerated().map { ($1, Int32($0)) }
    forwards = ScalarTrie(entries)
    backwards = ScalarTrie(entries, backwards: true)
    first = EdgeMasks(zip(words, edges)) { $0.unicodeScalars.first }
    last = EdgeMasks(zip(words, edges)) { $0.unicodeScalars.last }
  }

  /// The words of a class, in the order of the file.
  package func all(_ kind: WordClass) -> [[UInt8]] {
    lists[kind] ?? []
  }

  /// Where the longest word of a class that begins at `start` ends.
  @inlinable
  @inline(__always)
  public func end(of kind: WordClass, in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    guard start < end, first.holds(kind.edgeBit, CodePoint.at(start, in: text, end: end).scalar) else { return nil }
    return longest(kind, in: text, from: start, to: end)
  }

  /// The first word of a class in a range.
  package func first(of kind: WordClass, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = CodePoint.at(position, in: text, end: range.upperBound)
      if first.holds(kind.edgeBit, scalar), let end = longest(kind, in: text, from: position, to: range.upperBound) {
        return position..<end
      }
      position += length
    }
    return nil
  }

  /// Where the longest word of a class that ends at `end` begins.
  @inlinable
  @inline(__always)
  public func start(
    of kind: WordClass,
    in text: UnsafeBufferPointer<UInt8>,
    endingAt end: Int,
    from start: Int
  ) -> Int? {
    guard start < end, last.holds(kind.edgeBit, CodePoint.before(end, in: text, start: start).scalar) else {
      return nil
    }
    return longest(kind, in: text, endingAt: end, from: start)
  }

  @usableFromInline
  func longest(_ kind: WordClass, in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    let bit = kind.bit
    return forwards.longest(in: text, from: start, to: end) { masks[Int($0)] & bit != 0 }?.end
  }

  @usableFromInline
  func longest(_ kind: WordClass, in text: UnsafeBufferPointer<UInt8>, endingAt end: Int, from start: Int) -> Int? {
    let bit = kind.bit
    return backwards.longest(in: text, endingAt: end, from: start) { masks[Int($0)] & bit != 0 }?.start
  }

  /// Where the longest word of a class begins that ends a name, among those whose beginning `accept` takes.
  @inlinable
  @inline(__always)
  public func start(of kind: WordClass, ending name: [UInt8], where accept: (Int) -> Bool = { _ in true }) -> Int? {
    name.withUnsafeBufferPointer { text in
      guard text.count > 0, last.holds(kind.edgeBit, CodePoint.before(text.count, in: text, start: 0).scalar) else {
        return nil
      }
      return longest(kind, ending: text, where: accept)
    }
  }

  @usableFromInline
  func longest(_ kind: WordClass, ending name: UnsafeBufferPointer<UInt8>, where accept: (Int) -> Bool) -> Int? {
    let bit = kind.bit
    return backwards.longest(in: name, endingAt: name.count, from: 0) {
      masks[Int($0)] & bit != 0 && accept(name.count - lengths[Int($0)])
    }?.start
  }

  /// Whether the whole of a name is a word of a class.
  @inlinable
  @inline(__always)
  public func covers(_ name: [UInt8], _ kind: WordClass) -> Bool {
    name.withUnsafeBufferPointer { end(of: kind, in: $0, from: 0, to: $0.count) == $0.count }
  }

  /// Where a word of a class that begins a name ends.
  @inlinable
  @inline(__always)
  public func end(of kind: WordClass, beginning name: [UInt8]) -> Int? {
    name.withUnsafeBufferPointer { end(of: kind, in: $0, from: 0, to: $0.count) }
  }

  /// Of a name that ends with a whole: what the whole's parts take.
  package func noun(ofPartsOf name: [UInt8]) -> [UInt8]? {
    let bit = WordClass.whole.bit
    return name.withUnsafeBufferPointer { text in
      backwards.longest(in: text, endingAt: text.count, from: 0) { masks[Int($0)] & bit != 0 }
    }.flatMap { arguments[.whole]?[$0.value] }
  }

  /// Of a name that is a word of a class with arguments.
  package func argument(of kind: WordClass, _ name: [UInt8]) -> [UInt8]? {
    guard covers(name, kind), let word = forwards.value(of: name) else { return nil }
    return arguments[kind]?[word]
  }

  /// What kind of owner a name is by the word with which it ends.
  @inline(__always)
  package func ownerKinds(ending name: [UInt8]) -> OwnerKinds {
    guard mayEnd(with: .owner, name) else { return [] }
    return longestKinds(of: .owner, in: ownerKinds, ending: name)
  }

  /// Whose a name can be that says only what is measured; none where it says more.
  @inline(__always)
  package func ownedKinds(_ name: [UInt8]) -> OwnerKinds {
    guard mayEnd(with: .owned, name), covers(name, .owned), let word = forwards.value(of: name) else { return [] }
    return ownedKinds[word] ?? []
  }

  private func mayEnd(with kind: WordClass, _ name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer { text in
      text.count > 0 && last.holds(kind.edgeBit, CodePoint.before(text.count, in: text, start: 0).scalar)
    }
  }

  private func longestKinds(of kind: WordClass, in kinds: [Int32: OwnerKinds], ending name: [UInt8]) -> OwnerKinds {
    let bit = kind.bit
    return name.withUnsafeBufferPointer { text in
      backwards.longest(in: text, endingAt: text.count, from: 0) { masks[Int($0)] & bit != 0 }
    }.flatMap { kinds[$0.value] } ?? []
  }

  package static let key = ["word", "class"]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(.wordClasses, columns: ["word", "class", "argument", "seen"], key: key, optional: ["argument"])
  }

  package static let builtIn: WordClasses = Lexicon.builtIn { () throws(LexiconError) in try WordClasses(table()) }
}
