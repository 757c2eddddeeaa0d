/// What a word of `word-classes.tsv` says of the name or the stretch in which it stands. The file has the cases' names, and
/// tells what each means. Public, because only what is public is inlined into the stages.
@frozen
public enum WordClass: UInt8, Sendable, CaseIterable {
  case measure, owner, owned, bare
  case restriction, account, transfer, whole, part, branch
  case stage, cost, purpose, activity, graded, pioneer, outcome, doer, counted, suffix
  case half, size, object, agent, announced, figurative, kind, capacity
  case compound, unitword, adverbword, mending, deed, adding, joined, zone
  case leftverb, predicate, budget, goal, trade, merging, nominal, tasked
  case height, total, expected, growthname, reach, promise, win, regard
  case thriving, trend, told, yearly, yearsname, kindofplace, perhead
  case everyplace, leadin, bywhen, concern, tasktopic, flowing, standing
  case leading, carrying, stem, undone, award, yielding
  case settlement, plant, openhours, ofindustry, ofpersons, tier
  case steering, lent, leftover, measured, step
  case state, role, becoming, planword, ownsum, raise, growing
  case balanced, fund, spending, contest, aspect, actor, quality, serving

  static let names = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// Whether its rows say more than the word.
  var hasArgument: Bool { self == .whole || self == .growing || tellsOwners }

  /// Whether they tell kinds of owners.
  var tellsOwners: Bool { self == .owner || self == .owned }

  /// In a word's mask, which has room for 128 classes.
  @inline(__always)
  var bit: UInt128 { 1 &<< UInt128(rawValue) }

  /// In the mask of a code point at an end of words: classes 64 apart share it, which costs a look in vain.
  @inlinable
  @inline(__always)
  var edgeBit: UInt64 { 1 &<< UInt64(rawValue & 63) }
}
