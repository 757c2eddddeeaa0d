/// The words of `cues.tsv` that govern figures, by the parts that they can play.
/// Public, with its parts, because only what is public is inlined into the stages.
public struct Cues: Sendable {
  public struct Parts: OptionSet, Sendable {
    public let rawValue: UInt32

    @inlinable public init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// A list of parts becomes a constant where it stands; the library's own initializer makes an array and walks it.
    @inlinable
    @inline(__always)
    public init(arrayLiteral parts: Parts...) {
      var value: UInt32 = 0
      for part in parts { value |= part.rawValue }
      self.init(rawValue: value)
    }

    // The library's answers to these are not always specialized for a type of another module.

    @inlinable
    @inline(__always)
    public func contains(_ parts: Parts) -> Bool { rawValue & parts.rawValue == parts.rawValue }

    @inlinable
    @inline(__always)
    public func isDisjoint(with parts: Parts) -> Bool { rawValue & parts.rawValue == 0 }

    @inlinable
    @inline(__always)
    public func intersection(_ parts: Parts) -> Parts { Parts(rawValue: rawValue & parts.rawValue) }

    @inlinable public static var rise: Parts { Parts(rawValue: 1) }
    @inlinable public static var fall: Parts { Parts(rawValue: 1 << 1) }
    @inlinable public static var to: Parts { Parts(rawValue: 1 << 2) }
    @inlinable public static var rankVerb: Parts { Parts(rawValue: 1 << 3) }
    @inlinable public static var rankOfLevel: Parts { Parts(rawValue: 1 << 4) }
    @inlinable public static var rankOfGrowth: Parts { Parts(rawValue: 1 << 5) }
    @inlinable public static var compare: Parts { Parts(rawValue: 1 << 6) }
    @inlinable public static var average: Parts { Parts(rawValue: 1 << 7) }
    @inlinable public static var adverb: Parts { Parts(rawValue: 1 << 8) }
    @inlinable public static var ownArea: Parts { Parts(rawValue: 1 << 9) }
    @inlinable public static var levelArea: Parts { Parts(rawValue: 1 << 10) }
    @inlinable public static var upperArea: Parts { Parts(rawValue: 1 << 11) }
    @inlinable public static var scope: Parts { Parts(rawValue: 1 << 12) }
    @inlinable public static var estimate: Parts { Parts(rawValue: 1 << 13) }
    @inlinable public static var goal: Parts { Parts(rawValue: 1 << 14) }
    @inlinable public static var future: Parts { Parts(rawValue: 1 << 15) }
    @inlinable public static var atLeastBefore: Parts { Parts(rawValue: 1 << 16) }
    @inlinable public static var atMostBefore: Parts { Parts(rawValue: 1 << 17) }
    @inlinable public static var aboutBefore: Parts { Parts(rawValue: 1 << 18) }
    @inlinable public static var atLeastAfter: Parts { Parts(rawValue: 1 << 19) }
    @inlinable public static var atMostAfter: Parts { Parts(rawValue: 1 << 20) }
    @inlinable public static var aboutAfter: Parts { Parts(rawValue: 1 << 21) }
    @inlinable public static var each: Parts { Parts(rawValue: 1 << 22) }
    @inlinable public static var both: Parts { Parts(rawValue: 1 << 23) }
    @inlinable public static var act: Parts { Parts(rawValue: 1 << 24) }
    /// An act that takes an activity as its object ("完成", "实施").
    @inlinable public static var lightAct: Parts { Parts(rawValue: 1 << 25) }
    @inlinable public static var manner: Parts { Parts(rawValue: 1 << 26) }

    /// What may stand before an act that opens a phrase ("重点培育").
    @inlinable public static var preverb: Parts { Parts(rawValue: 1 << 27) }

    @inlinable public static var before: Parts { [.atLeastBefore, .atMostBefore, .aboutBefore] }
    @inlinable public static var after: Parts { [.atLeastAfter, .atMostAfter, .aboutAfter] }
    @inlinable public static var verb: Parts { [.rise, .fall, .to, .rankVerb] }
    @inlinable public static var area: Parts { [.ownArea, .levelArea, .upperArea] }
  }

  /// By the part and the argument of a row.
  private static let names: [String: Parts] = [
    "rise 1": .rise, "fall -1": .fall, "to 0": .to, "rankverb 0": .rankVerb, "rankbase level": .rankOfLevel,
    "rankbase growth": .rankOfGrowth, "compare": .compare, "average": .average, "adverb": .adverb,
    "area own": .ownArea, "area level": .levelArea, "area upper": .upperArea, "scope": .scope,
    "estimate": .estimate, "goal": .goal, "future": .future, "before >=": .atLeastBefore,
    "before <=": .atMostBefore, "before ~": .aboutBefore, "after >=": .atLeastAfter, "after <=": .atMostAfter,
    "after ~": .aboutAfter, "each": .each, "both": .both, "act plain": .act, "act light": [.act, .lightAct],
    "manner": .manner, "preverb": .preverb,
  ]

  /// Of each word; the tries' values are indices.
  package let parts: [Parts]
  package let forwards: ScalarTrie
  package let backwards: ScalarTrie
  /// The parts of the words that begin, or end, with a code point.
  @usableFromInline let first: EdgeMasks
  @usableFromInline let last: EdgeMasks

  package init(_ table: TSVTable) throws(LexiconError) {
    var index: [[UInt8]: Int] = [:]
    var words: [[UInt8]] = []
    var parts: [Parts] = []
    for row in table.rows {
      let word = try row.bytes("word")
      let part = try row.text("part")
      let argument = try row.optionalText("argument")
      guard let value = Self.names[argument.map { "\(part) \($0)" } ?? part] else {
        throw row.malformed("part", part, "a part with an argument that it takes")
      }
      if let known = index[word] {
        parts[known].formUnion(value)
      } else {
        index[word] = words.count
        words.append(word)
        parts.append(value)
      }
    }
    self.parts = parts
    let entries = words.enumerated().map { ($1, Int32($0)) }
    forwards = ScalarTrie(entries)
    backwards = ScalarTrie(entries, backwards: true)
    let masks = zip(words, parts.map { UInt64($0.rawValue) })
    first = EdgeMasks(masks) { $0.unicodeScalars.first }
    last = EdgeMasks(masks) { $0.unicodeScalars.last }
  }

  /// Whether a word with one of the parts may begin at `start`: a look at one code point.
  @inlinable
  @inline(__always)
  public func mayBegin(_ parts: Parts, in text: UnsafeBufferPointer<UInt8>, at start: Int, to end: Int) -> Bool {
    start < end && first.holds(UInt64(parts.rawValue), CodePoint.at(start, in: text, end: end).scalar)
  }

  /// Whether a word with one of the parts may end at `end`.
  @inlinable
  @inline(__always)
  public func mayEnd(_ parts: Parts, in text: UnsafeBufferPointer<UInt8>, at end: Int, from start: Int) -> Bool {
    start < end && last.holds(UInt64(parts.rawValue), CodePoint.before(end, in: text, start: start).scalar)
  }

  package static let key = ["word", "part", "argument"]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(.cues, columns: ["word", "part", "argument", "seen"], key: key, optional: ["argument"])
  }

  package static let builtIn: Cues = Lexicon.builtIn { () throws(LexiconError) in try Cues(table()) }
}
