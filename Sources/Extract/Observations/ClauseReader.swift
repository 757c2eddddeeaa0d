import Documents
import Lexicon

/// Reads one sentence after another into drafts of observations.
///
/// A sentence is cut at its marks into segments, a segment into items (a number with the text before and behind it).
/// What an item leaves unsaid, its indicator, verb, time or area, it takes from the items before it.
struct ClauseReader {
  let text: UnsafeBufferPointer<UInt8>
  let scan: PhraseScanner
  var lexer: Lexer
  var context = SentenceContext()
  var drafts: [Draft] = []

  // What the sentence has said so far.
  var current: Subject?
  var parent: Subject?
  var recent: [Subject] = []
  var group: [Subject] = []
  var shareOf: [UInt8] = []
  var area: [UInt8]?
  /// Of a list of places, each by itself.
  var listedPlaces: [[UInt8]] = []
  var places = Places(below: nil)
  /// 一般公共预算 of 一般公共预算收入: what a bare 收入 or 支出 behind it is of.
  var account: [UInt8] = []
  /// Whether the figure is said to have reached a height.
  var saysHeight = false
  /// The last measure of a whole in the paragraph, for the industries of the next sentence.
  var measuredLast: (name: [UInt8], unit: [UInt8])?
  /// Whether the report tells deposits and loans in all currencies; where not, those in 人民币 are its headline.
  var tellsAllCurrencies = true
  /// Whether the report is a budget.
  var isOfBudget = false
  var sentencePeriod: NamedPeriod?
  var fromPeriod: Period?
  var sharedAction: [UInt8]?
  var lastMeasure: Observation.Measure?
  var estimatedFrom = Int.max
  var sentence = 0..<0
  var sentenceAverages = false
  var sentenceCumulates = false
  /// 三年行动圆满收官: the years that the sentence sums up.
  var sentenceYears: Int?
  /// Whether the paragraph has told an average of the plan's years.
  var paragraphAverages = false
  /// 比2002年: what the sentence has set its figures against.
  var baseYear: Int?
  /// 较"十三五"增加: the sentence sums up a plan's years.
  var sentenceIsAgainstPlan = false
  var inChild = false
  var sharedAtLeast = false
  /// Of the last item of the segment before, with its unit.
  var carriedAction: (action: [UInt8], unit: [UInt8])?
  var lastUnit: [UInt8] = []
  var lastScope: [UInt8]?
  /// How many figures the last segment with one had: what 均 behind it is said of.
  var listedLast = 0
  var isRankFrom = false
  /// 占规模以上工业的比重78.6%，提高1.2个百分点: what the points are of.
  var lastShare: Subject?
  /// What a stretch without a number speaks of.
  var topic: Range<Int>?
  var toPeriod: Period?
  var completion = Completion()
  /// How many drafts there were before the segment.
  var segmentFrom = 0

  init(text: UnsafeBufferPointer<UInt8>, units: Units, cues: Cues, indicators: Indicators) {
    self.text = text
    scan = PhraseScanner(text: text, cues: cues, indicators: indicators)
    lexer = Lexer(text: text, units: units, cues: cues)
  }

  /// Reads a sentence; `drafts` holds what it states.
  mutating func read(_ range: Range<Int>, _ context: SentenceContext) {
    if !drafts.isEmpty { drafts.removeAll(keepingCapacity: true) }
    guard mayQuantify(range) else {
      current = nil
      return
    }
    lexer.read(range)
    guard !lexer.quantities.isEmpty else { return }
    begin(range, context)
    demoteAttributes(range)
    guard lexer.tokens.contains(where: { $0.kind == .quantity }) else { return }
    readSegments(0..<lexer.tokens.count, range, nested: false)
    drafts.sort { $0.quote.lowerBound < $1.quote.lowerBound }
  }

  /// What a sentence takes from the one before it, it takes within its paragraph.
  mutating func beginParagraph() {
    current = nil
    parent = nil
    area = nil
    if !recent.isEmpty { recent.removeAll(keepingCapacity: true) }
    account = []
    measuredLast = nil
    paragraphAverages = false
  }

  /// A cheap look whether there can be a number at all.
  private func mayQuantify(_ range: Range<Int>) -> Bool {
    let quantifying = Self.quantifying
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte >= 0x30, byte <= 0x39 { return true }
      if byte >= 0xE3, byte <= 0xE9, position + 3 <= range.upperBound,
        quantifying.contains(CodePoint.at(position, in: text, end: range.upperBound).scalar)
      {
        return true
      }
      position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return false
  }

  /// Numerals, and 首, 榜, 翻.
  private static let quantifying = ScalarSet(ChineseNumeral.characters + ["首", "榜", "翻"])

  private mutating func begin(_ range: Range<Int>, _ context: SentenceContext) {
    self.context = context
    sentence = range
    let continues =
      scan.starts(range, with: "其中") || scan.starts(range, with: "加上") || scan.starts(range, with: "分")
      || scan.starts(range, with: "按")
    if !continues {
      area = nil
      current = nil
      parent = nil
      if !recent.isEmpty { recent.removeAll(keepingCapacity: true) }
    } else {
      parent = recent.first ?? current
    }
    if area == nil, let part = context.part { area = Array(part.utf8) }
    if account.isEmpty, let known = context.account { account = Array(known.utf8) }
    listedPlaces = []
    if !group.isEmpty { group.removeAll(keepingCapacity: true) }
    sentencePeriod = nil
    fromPeriod = nil
    sharedAction = nil
    lastMeasure = nil
    inChild = false
    sharedAtLeast = false
    carriedAction = nil
    lastUnit = []
    lastScope = nil
    shareOf = []
    lastShare = nil
    topic = nil
    toPeriod = nil
    if continues { completion.endGroup() } else { completion = Completion() }
    noteMoods(range)
  }

  /// One pass for the words that govern a whole sentence.
  private mutating func noteMoods(_ range: Range<Int>) {
    estimatedFrom = .max
    paragraphAverages = paragraphAverages || sentenceAverages
    sentenceYears = nil
    baseYear = nil
    sentenceAverages = false
    sentenceCumulates = false
    sentenceIsAgainstPlan = lexer.periods.contains {
      $0.isPlan && !$0.isEnd && !scan.has("末", at: $0.range.upperBound, to: range.upperBound)
        && scan.scalar(before: $0.range.lowerBound, from: range.lowerBound).isOne(of: "较比")
    }
    if sentenceIsAgainstPlan { sentenceCumulates = true }
    var position = range.lowerBound
    let end = range.upperBound
    while position + 6 <= end {
      switch text[position] {
      case 0xE9 where text[position + 1] == 0xA2 && estimatedFrom == .max:  // 预
        if scan.has("预计", at: position, to: end) { estimatedFrom = position }
      case 0xE5 where text[position + 1] == 0xB9:  // 年平
        if scan.has("年均", at: position, to: end), !isAnnualMean(position + 6, end) { sentenceAverages = true }
        if scan.has("平均每年", at: position, to: end) { sentenceAverages = true }
        if scan.has("年行动", at: position, to: end) {
          let years = ChineseNumeral.digit(scan.scalar(before: position, from: range.lowerBound)) ?? 0
          let rest = position..<min(end, position + 36)
          if years > 1, scan.find("收官", in: rest) != nil || scan.find("圆满完成", in: rest) != nil { sentenceYears = years }
        }
      case 0xE4 where text[position + 1] == 0xBA:  // 五
        if scan.has("五年", at: position, to: end), !isNameOfYears(position + 6, end) { sentenceCumulates = true }
      default: break
      }
      position += text[position] < 0x80 ? 1 : 3
    }
  }

  /// 五年规划, 五年行动: years in a name.
  private func isNameOfYears(_ position: Int, _ end: Int) -> Bool {
    ["规划", "行动", "计划", "攻坚", "方案"].contains { (word: StaticString) in scan.has(word, at: position, to: end) }
  }

  /// 年均浓度, 年均气温: the mean of one year.
  private func isAnnualMean(_ position: Int, _ end: Int) -> Bool {
    for word in ["浓度", "气温", "降水", "降雨", "值", "相对", "日照"] as [StaticString] where scan.has(word, at: position, to: end)
    {
      return true
    }
    return false
  }

  // MARK: Segments

  /// Cuts the tokens at commas, semicolons and colons; what stands in brackets is read after its item.
  private mutating func readSegments(_ tokens: Range<Int>, _ range: Range<Int>, nested: Bool) {
    var segmentStart = range.lowerBound
    var first = tokens.lowerBound
    var index = tokens.lowerBound
    var brackets: [(Range<Int>, Range<Int>)] = []
    while index < tokens.upperBound {
      let token = lexer.tokens[index]
      switch token.kind {
      case .comma, .semicolon, .colon:
        readSegment(first..<index, segmentStart..<token.range.lowerBound, brackets)
        brackets.removeAll(keepingCapacity: true)
        if token.kind == .semicolon {
          if !group.isEmpty { group.removeAll(keepingCapacity: true) }
          sharedAction = nil
          inChild = inChild && scan.starts(sentence, with: "其中")
          completion.endGroup()
          if !listedPlaces.isEmpty {
            listedPlaces = []
            area = context.part.map { Array($0.utf8) }
          }
        }
        segmentStart = token.range.upperBound
        first = index + 1
      case .open:
        var close = index + 1
        while close < tokens.upperBound, lexer.tokens[close].kind != .close { close += 1 }
        if close < tokens.upperBound {
          brackets.append(
            ((index + 1)..<close, token.range.upperBound..<lexer.tokens[close].range.lowerBound)
          )
          index = close
        }
      default: break
      }
      index += 1
    }
    readSegment(first..<tokens.upperBound, segmentStart..<range.upperBound, brackets)
  }

  private mutating func readSegment(
    _ tokens: Range<Int>,
    _ range: Range<Int>,
    _ brackets: [(tokens: Range<Int>, range: Range<Int>)]
  ) {
    noteTimes(tokens, range, brackets)
    let items = items(tokens, range, brackets)
    guard !items.isEmpty else {
      noteHead(range)
      for bracket in brackets { readBracket(bracket) }
      return
    }
    readItems(items)
    for bracket in brackets { readBracket(bracket) }
  }

  /// (不含高新区36亿元), (其中社区医院7个): read on its own; what follows goes on from before it.
  private mutating func readBracket(_ bracket: (tokens: Range<Int>, range: Range<Int>)) {
    guard lexer.tokens[bracket.tokens].contains(where: { $0.kind == .quantity }) else { return }
    let saved = (current, area, recent, group, sharedAction, lastMeasure, inChild)
    var range = bracket.range
    for word in ["不含", "不包括", "含", "不包含"] as [StaticString] where scan.starts(range, with: word) {
      range = (range.lowerBound + word.utf8CodeUnitCount)..<range.upperBound
      if let token = lexer.tokens[bracket.tokens].first(where: { $0.kind == .quantity }) {
        let name = scan.trimmed(range.lowerBound..<token.range.lowerBound)
        if !name.isEmpty, scan.indicator(name) == nil, isPlaceName(name) {
          area = scan.bytes(name)
          range = token.range.lowerBound..<range.upperBound
        }
      }
      break
    }
    readSegments(bracket.tokens, range, nested: true)
    (current, area, recent, group, sharedAction, lastMeasure, inChild) = saved
  }

  /// 高新区 of (含高新区5亿元); 提前告知 is none.
  private func isPlaceName(_ name: Range<Int>) -> Bool {
    if places.end(at: name.lowerBound, to: name.upperBound, in: scan)?.end == name.upperBound { return true }
    return ["区", "县", "市", "旗", "本级", "镇", "乡"].contains { (word: StaticString) in scan.ends(name, with: word) }
  }

  /// A segment's leading time holds for the rest of the sentence.
  private mutating func noteTimes(
    _ tokens: Range<Int>,
    _ range: Range<Int>,
    _ brackets: [(tokens: Range<Int>, range: Range<Int>)]
  ) {
    // 为完成"十五"计划，今年…: the plan's years are behind.
    if sentencePeriod?.isPlan == true, scan.starts(scan.trimmed(range), with: "今年") { sentencePeriod = nil }
    for token in lexer.tokens[tokens] where token.kind == .period {
      let period = lexer.periods[token.index]
      let before = scan.scalar(before: period.range.lowerBound, from: range.lowerBound)
      if before.isOne(of: "比较与从由是为") { continue }
      if brackets.contains(where: { $0.range.contains(period.range.lowerBound) }) { continue }
      if isNamed(period) || isBase(period) { continue }
      let lead = period.range.lowerBound - range.lowerBound
      if lead <= 36 {
        if var known = sentencePeriod, known.startYear != nil, known.startMonth == nil, period.startYear == nil {
          known.startMonth = period.startMonth
          known.endMonth = period.endMonth
          sentencePeriod = known
        } else if var known = sentencePeriod, known.startYear == nil, known.startMonth != nil, period.startMonth == nil
        {
          known.startYear = period.startYear
          known.endYear = period.endYear
          sentencePeriod = known
        } else {
          sentencePeriod = period
        }
      }
      break
    }
  }

  /// 达到"十二五"末的1.6倍: what a multiple is of.
  private func isBase(_ period: NamedPeriod) -> Bool {
    var position = period.range.upperBound
    for word in ["时期", "期间", "末"] as [StaticString] where scan.has(word, at: position, to: sentence.upperBound) {
      position += word.utf8CodeUnitCount
    }
    guard scan.has("的", at: position, to: sentence.upperBound) else { return false }
    return lexer.quantities.contains { $0.kind == .ratio && $0.quote.lowerBound == position + 3 }
  }

  /// "十四五"规划, 自3月起: part of a name, or the day from which a rule holds.
  private func isNamed(_ period: NamedPeriod) -> Bool {
    let end = period.range.upperBound
    if scan.has("起", at: end, to: sentence.upperBound) || isBound(period) { return true }
    guard period.isPlan else { return false }
    if scan.has("\"计划", at: end, to: sentence.upperBound) || scan.has("计划", at: end, to: sentence.upperBound) {
      let mark = scan.has("\"", at: end, to: sentence.upperBound) ? 1 : 0
      return !scan.has("期间", at: end + mark + 6, to: sentence.upperBound)
        && !scan.has("时期", at: end + mark + 6, to: sentence.upperBound)
    }
    for word in ["规划", "纲要", "编制", "中期", "开局", "收官", "目标", "发展规划", "专项", "重点", "重大"] as [StaticString]
    where scan.has(word, at: end, to: sentence.upperBound) {
      return true
    }
    return false
  }

  /// 2000年以前建成的: a time that only bounds the things counted.
  func isBound(_ period: NamedPeriod) -> Bool {
    let end = period.range.upperBound
    return scan.has("以前", at: end, to: sentence.upperBound) || scan.has("之前", at: end, to: sentence.upperBound)
      || scan.has("以后", at: end, to: sentence.upperBound) || scan.has("前建成", at: end, to: sentence.upperBound)
      || scan.has("底前建成", at: end, to: sentence.upperBound)
  }

  /// A segment without a number can name what the next ones are of.
  private mutating func noteHead(_ range: Range<Int>) {
    let trimmed = scan.trimmed(range)
    guard !trimmed.isEmpty else { return }
    noteFrame(trimmed)
    if scan.starts(trimmed, with: "其中") {
      inChild = true
      parent = parent ?? recent.last ?? current
    }
    var clause = Clause(head: trimmed)
    lead(&clause)
    if clause.places.isEmpty || isTopic(clause.placesEnd ?? clause.head.lowerBound, clause.head.upperBound) {
      take(areaOf: clause)
    }
    noteOwner(clause.head)
    // 支出进度持续高于同期水平, 前三季度快4.5个百分点
    if topic == nil, current == nil, clause.head.count <= 60, scan.find("、", in: clause.head) == nil {
      var end = clause.head.lowerBound
      while end < clause.head.upperBound,
        scan.cue([.rise, .fall, .compare, .manner], at: end, to: clause.head.upperBound).map({ $0.end - end < 6 })
          ?? true
      {
        end = scan.next(end, clause.head.upperBound)
      }
      if end > clause.head.lowerBound + 3, scan.cue(.act, at: clause.head.lowerBound, to: end) == nil {
        topic = scan.trimmed(clause.head.lowerBound..<end)
      }
    }
    if scan.indicator(clause.head) != nil {
      let subject = subject(clause.head, clause)
      current = subject
      recent.append(subject)
    }
  }
}
