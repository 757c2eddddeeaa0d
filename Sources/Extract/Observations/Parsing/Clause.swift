import Lexicon

/// The stretch before a number, taken apart.
struct Clause {
  typealias Verb = FigureWords.Verb

  /// What is measured, with a leading verb of acting if there is one.
  var head: Range<Int>
  var verb = Verb.none
  var hasCompare = false
  var hasAverage = false
  var isCumulative = false
  /// 全年.
  var isWholeYear = false
  /// 人大会议批准的: what was voted, not what came of it.
  var isVoted = false
  var each = false
  var both = false
  var isFrom = false
  /// 压减 and its like right before the number, with nothing to compare: so much was taken away by intent (项目支出压减2亿元),
  /// where 比上年减少 tells how it changed.
  var isCutting = false
  /// 比2002年, 是2006年的: what the figure is set against.
  var baseYear: Int?
  /// 是"九五"时期的1.8倍: the plan whose whole is the base.
  var basePlan: NamedPeriod?
  /// 两年平均: over how many years.
  var averagedYears: Int?
  /// 用三年时间: how many years it takes.
  var takenYears: Int?
  /// 区级: of the district or the zone that the text speaks of.
  var isOfDistrict = false
  /// 由年初的: from where in the year.
  var isFromYearStart = false
  var period: NamedPeriod?
  var area: [UInt8]?
  /// Of an area that lists several, each.
  var places: [[UInt8]] = []
  /// Where they end in the text.
  var placesEnd: Int?
  /// Where 占 begins: the share's whole.
  var share: Range<Int>?
  var isChild = false
  /// 低于, 高于 and their object stand between the head and the number.
  var sign = 0
  var rankBase: Cues.Parts = []
  var baseRange = 0..<0
  var scope: Range<Int>?
  var atLeast = false
  /// The verb right before the number.
  var verbRange = 0..<0
}
