/// What a report as a whole says of how its sentences are to be read.
struct ReportTraits {
  /// What its area is made of.
  var places = Places(below: nil)
  var isBudget = false
  /// Whether it tells deposits and loans in all currencies; where not, those in 人民币 are its headline.
  var tellsAllCurrencies = true
  /// Whether it tells 全社会固定资产投资, of which 城镇固定资产投资 then is a part.
  var tellsAllInvestment = false
}
