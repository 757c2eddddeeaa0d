import Documents

/// How often figures that were read in this way are right in every field, in hundredths.
///
/// The odds of each rule, and by what a trait of the name multiplies them, were counted over documents annotated by hand
/// (docs/EXTRACTION.md); nothing in a report but its words goes into it.
enum Confidence {
  static func of(_ draft: Draft, isKnown: Bool) -> Double {
    var odds = odds(of: draft)
    if isKnown { odds *= 2.5 }
    let name = draft.indicator
    if name.count <= 6 { odds *= isKnown ? 0.8 : 0.2 }
    if name.count > 60 { odds *= 0.5 }
    if !isKnown, holdsVerb(name) { odds *= 0.12 }
    if draft.action != nil { odds *= 0.8 }
    let share = odds / (1 + odds)
    return (share * 100).rounded() / 100
  }

  /// Right to wrong.
  private static func odds(of draft: Draft) -> Double {
    switch draft.measure {
    case .rank: return 3.5
    case .ratio: return 3
    case .change: return 6
    case .growth, .averageGrowth: return 30
    case .share: return 28
    case .level: break
    }
    switch draft.rule.description {
    case "list": return 7
    case "from": return 5
    case "inherited": return 14
    default: return 16
    }
  }

  /// What a name hardly holds but where a verb has stayed in it; of one character only at an end of it.
  private static let verbs: [StaticString] = ["达到", "实现", "完成", "了", "被", "获", "超过", "增长", "并", "使", "最后", "该", "其"]

  private static func holdsVerb(_ name: [UInt8]) -> Bool {
    verbs.contains { word in
      word.utf8CodeUnitCount > 3 ? name.holds(word) : name.starts(with: word) || name.ends(with: word)
    }
  }
}
