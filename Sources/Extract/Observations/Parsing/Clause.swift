import Lexicon

/// The stretch before a number, taken apart.
struct Clause {
  typealias Verb = FigureWords.Verb

  /// What is measured, with a leading verb of acting if there is one.
  @SmallRange var head: Range<Int>
  var verb = Verb.none
  /// The verb right before the number.
  @SmallRange var verbRange = 0..<0
  /// 压减 and its like right before the number, with nothing to compare: so much was taken away by intent (项目支出压减2亿元),
  /// where 比上年减少 tells how it changed.
  var isCutting = false
  /// 低于, 高于 and their object stand between the head and the number.
  var sign = 0
  /// 至少.
  var atLeast = false
  /// 其中.
  var isChild = false
  /// 分别, 各.
  var each = false
  /// 均, 都.
  var both = false
  /// 从, 由: the figure that was left.
  var isFrom = false
  /// 同比, 比上年.
  var hasCompare = false
  /// 年均.
  var hasAverage = false
  /// 人大会议批准的: what was voted, not what came of it.
  var isVoted = false
  /// Where 占 begins: the share's whole.
  @SmallRange.Optional var share: Range<Int>? = nil
  var time = Time()
  var place = Place()
  var rank = Rank()

  /// What it says of when.
  struct Time {
    var named: NamedPeriod?
    /// 比2002年, 是2006年的: what the figure is set against.
    @Small<Int16> var base: Int?
    /// 是"九五"时期的1.8倍: the last year of the plan whose whole is the base.
    @Small<Int16> var basePlanEnd: Int?
    /// 两年平均: over how many years.
    @Small<Int16> var averaged: Int?
    /// 用三年时间: how many years it takes.
    @Small<Int16> var taken: Int?
    /// 累计.
    var isCumulative = false
    /// 全年.
    var isWholeYear = false
    /// 由年初的: from where in the year.
    var isFromYearStart = false
  }

  /// What it says of where.
  struct Place {
    /// A part of the report's area; empty for the whole of it.
    var name: [UInt8]?
    /// Of a name that lists several, each.
    var each: [[UInt8]] = []
    /// Where they end in the text.
    @Small<Int32> var end: Int?
    /// 区级: of the district or the zone that the text speaks of.
    var isOfDistrict = false
  }

  /// What it says of a rank.
  struct Rank {
    /// 总量, 增速.
    var base: Cues.Parts = []
    @SmallRange var baseWords = 0..<0
    /// 总量及增速: the one before it, where each has a rank.
    var baseBefore: Cues.Parts = []
    /// Among whom.
    @SmallRange.Optional var scope: Range<Int>? = nil
  }
}
