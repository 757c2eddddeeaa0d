import Documents
import Lexicon

/// How often figures that were read in this way are right in every field, in hundredths.
///
/// The odds of each rule, and by what a trait of the name multiplies them, were counted over documents annotated by hand
/// (docs/EXTRACTION.md); nothing in a report but its words goes into it.
enum Confidence {
  static func of(_ draft: Draft, isKnown: Bool, _ words: WordClasses) -> Double {
    var odds = odds(of: draft)
    if isKnown { odds *= 2.5 }
    let name = draft.indicator
    if name.count <= 6 { odds *= isKnown ? 0.8 : 0.2 }
    if name.count > 60 { odds *= 0.5 }
    if !isKnown, words.hasLeftVerb(in: name) { odds *= 0.12 }
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
    switch draft.rule {
    case .list: return 7
    case .from: return 5
    case .inherited: return 14
    default: return 16
    }
  }
}

extension WordClasses {
  /// Whether a verb seems to have stayed in a name; one of a single character only at an end of it.
  fileprivate func hasLeftVerb(in name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer { text in
      var position = 0
      while position < text.count {
        if let end = end(of: .leftverb, in: text, from: position, to: text.count),
          end - position > 3 || position == 0 || end == text.count
        {
          return true
        }
        position += CodePoint.at(position, in: text, end: text.count).length
      }
      return false
    }
  }
}
