import Documents

/// What a sentence has said so far: groups end at semicolons, segments at any mark.
struct SentenceMemory {
  var last = Antecedents()
  var names = SharedWords()
  var group = GroupMemory()
  var segment = SegmentMemory()
  var times = Times()
  /// What the parts behind 其中 are of.
  var whole: Subject?
  /// What a stretch without a number speaks of.
  var topic: Range<Int>?
  /// The names that a stretch without a number has listed right before: 甲、乙、丙发展较快.
  var topics: Range<Int>?
  /// Industries that stand by themselves between commas right before.
  var named: [Range<Int>] = []
  /// 占工业比重: the words of the last share, for one that says only 占.
  var shareOf: [UInt8] = []
  /// 占规模以上工业的比重78.6%，提高1.2个百分点: what the points are of.
  var share: Subject?
  /// Of what points were told by the name of its growth: 收入增速快于全省2个百分点、6%左右.
  var grown: [UInt8] = []
  /// Of the last figure.
  var unit = UnitText()
  /// Of the last rank.
  var rankScope: [UInt8]?
  /// Whether the last rank is one that was left (从第六位上升到第四位).
  var isRankFrom = false

  /// What is left to a sentence that opens with 其中, 加上, 分 or 按.
  func continued() -> SentenceMemory {
    var next = SentenceMemory()
    next.last.subject = last.subject
    next.last.subjects = last.subjects
    next.last.area = last.area
    next.names = names
    next.whole = last.subjects.first ?? last.subject
    return next
  }
}

/// What holds up to the next semicolon.
struct GroupMemory {
  var owners = Owners()
  /// Of a list of places, each by itself.
  var places: [[UInt8]] = []
  /// The one place of the group before: 收入…；支出… of a zone is of that zone.
  var placeBefore: [UInt8]?
  /// Whether what was voted is told: 备案的收入为…，支出为….
  var isVoted = false
}

/// What holds within a segment, and what it leaves to the next one.
struct SegmentMemory {
  /// How many drafts there were before it.
  var firstDraft = 0
  /// Whether 至少 was said.
  var isAtLeast = false
  /// 甲公司、乙公司两户企业: who they are, and how many.
  var roster: Range<Int>?
  /// Of the last figure of the segment before, with its unit.
  var actionBefore: (action: [UInt8], unit: UnitText)?
  /// 整治"散乱污"企业, 取缔20家: on what the stretch without a number right before has acted.
  var acted: Range<Int>?
  /// How many figures the last segment with one had: what 均 behind it is said of.
  var figuresBefore = 0
}

/// What the names of a sentence leave to one another.
struct SharedWords {
  /// 规模以上企业产品产量中: whose, and what of.
  var frame: (prefix: [UInt8], noun: [UInt8])?
  /// 规模以上 of the first name.
  var restriction: [UInt8] = []
  /// The last characters of the first name.
  var ending: [UInt8] = []
}

/// The times that a sentence has named for figures behind them.
struct Times {
  /// What led a segment last.
  var named: NamedPeriod?
  /// 从…增长到…: of the figure that was left.
  var from: Period?
  /// Of the one that was reached.
  var to: Period?
  /// 与2020年相比: the year that a stretch without a number sets all behind it against.
  var against: Int?
  /// 比2002年: what the sentence has set its figures against.
  var baseYear: Int?

  /// Takes the time that leads a segment.
  mutating func take(_ period: NamedPeriod) {
    named = named?.joined(by: period) ?? period
  }
}
