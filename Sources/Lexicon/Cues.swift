/// The words of `cues.tsv` that govern figures, by the parts that they can play.
package struct Cues: Sendable {
  package struct Parts: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    package static let rise = Parts(rawValue: 1)
    package static let fall = Parts(rawValue: 1 << 1)
    package static let to = Parts(rawValue: 1 << 2)
    package static let rankVerb = Parts(rawValue: 1 << 3)
    package static let rankOfLevel = Parts(rawValue: 1 << 4)
    package static let rankOfGrowth = Parts(rawValue: 1 << 5)
    package static let compare = Parts(rawValue: 1 << 6)
    package static let average = Parts(rawValue: 1 << 7)
    package static let adverb = Parts(rawValue: 1 << 8)
    package static let ownArea = Parts(rawValue: 1 << 9)
    package static let levelArea = Parts(rawValue: 1 << 10)
    package static let upperArea = Parts(rawValue: 1 << 11)
    package static let scope = Parts(rawValue: 1 << 12)
    package static let estimate = Parts(rawValue: 1 << 13)
    package static let goal = Parts(rawValue: 1 << 14)
    package static let future = Parts(rawValue: 1 << 15)
    package static let atLeastBefore = Parts(rawValue: 1 << 16)
    package static let atMostBefore = Parts(rawValue: 1 << 17)
    package static let aboutBefore = Parts(rawValue: 1 << 18)
    package static let atLeastAfter = Parts(rawValue: 1 << 19)
    package static let atMostAfter = Parts(rawValue: 1 << 20)
    package static let aboutAfter = Parts(rawValue: 1 << 21)
    package static let each = Parts(rawValue: 1 << 22)
    package static let both = Parts(rawValue: 1 << 23)
    package static let act = Parts(rawValue: 1 << 24)
    /// An act that takes an activity as its object ("完成", "实施").
    package static let lightAct = Parts(rawValue: 1 << 25)
    package static let manner = Parts(rawValue: 1 << 26)

    /// What may stand before an act that opens a phrase ("重点培育").
    package static let preverb = Parts(rawValue: 1 << 27)

    package static let before: Parts = [.atLeastBefore, .atMostBefore, .aboutBefore]
    package static let after: Parts = [.atLeastAfter, .atMostAfter, .aboutAfter]
    package static let verb: Parts = [.rise, .fall, .to, .rankVerb]
    package static let area: Parts = [.ownArea, .levelArea, .upperArea]
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
  }

  package static let builtIn: Cues = Lexicon.builtIn { () throws(LexiconError) in
    try Cues(
      TSVTable(
        .cues,
        columns: ["word", "part", "argument", "seen"],
        key: ["word", "part", "argument"],
        optional: ["argument"]
      )
    )
  }
}
