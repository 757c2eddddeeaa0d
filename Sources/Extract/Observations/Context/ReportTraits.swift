import Lexicon

/// What a report as a whole says of how its sentences are to be read.
///
/// A class, because what only a few names ask for is looked for once, when the first of them asks.
final class ReportTraits {
  /// What its area is made of.
  let places: Places
  let isBudget: Bool
  private let text: PhraseScanner

  init(text: PhraseScanner, places: Places, isBudget: Bool = false) {
    self.text = text
    self.places = places
    self.isBudget = isBudget
  }

  /// Whether it tells deposits and loans in all currencies; where not, those in 人民币 are its headline. Of a text
  /// without a region nobody knows.
  private(set) lazy var tellsAllCurrencies = !places.isKnown || tells("本外币")
  /// Whether it tells 全社会固定资产投资, of which 城镇固定资产投资 then is a part.
  private(set) lazy var tellsAllInvestment = tells("全社会固定资产投资")

  private func tells(_ word: StaticString) -> Bool {
    text.find(word, in: 0..<text.text.count) != nil
  }
}
