import Documents
import Lexicon

/// Reads the trees of sentences, one after another: what each figure is of, and what it is.
///
/// What an item leaves unsaid, its indicator, verb, time or area, it takes from what was read before it (`memory`).
struct FigureReader {
  /// The sentence that is read, with what is known of it before.
  private(set) var sentence: Sentence
  private(set) var context = SentenceContext()
  private(set) var moods = Moods()
  let traits: ReportTraits
  var paragraph = ParagraphMemory()
  var memory = SentenceMemory()
  var drafts: [Draft] = []

  /// - Parameter sentence: of the text that is read, and empty.
  init(_ sentence: Sentence, _ traits: ReportTraits) {
    self.sentence = sentence
    self.traits = traits
  }

  /// What a sentence states, in the order in which it was read.
  mutating func read(_ sentence: Sentence, _ context: SentenceContext, _ moods: Moods) -> [Draft] {
    let empty = self.sentence
    self.sentence = sentence
    self.context = context
    self.moods = moods
    drafts.reserveCapacity(sentence.quantities.count)
    read(sentence.segments())
    // The lexer fills its arrays again, where nobody holds on to them.
    self.sentence = empty
    var made: [Draft] = []
    swap(&made, &drafts)
    return made
  }

  var scan: PhraseScanner { sentence.scan }

  // MARK: Segments

  mutating func read(_ segments: [Segment]) {
    for index in segments.indices {
      read(segments, at: index)
      if segments[index].endsGroup { endGroup() }
    }
  }

  /// By its index: a segment is large, and would be copied.
  private mutating func read(_ segments: [Segment], at index: Int) {
    // 为完成"十五"计划，今年…: the plan's years are behind.
    if memory.times.named?.isPlan == true, scan.starts(scan.trimmed(segments[index].range), with: "今年") {
      memory.times.named = nil
    }
    if let time = segments[index].time { memory.times.take(time) }
    if let heading = segments[index].heading {
      if isBeforeFigures(segments, index) { tellTopic(heading.head) } else { memory.group.owners.turn() }
      read(heading: heading, scan.trimmed(segments[index].range))
    } else if !segments[index].phrases.isEmpty {
      read(segments[index].phrases)
      memory.topics = nil
      memory.named = []
    }
    for bracket in segments[index].brackets { read(bracket) }
  }

  /// Whether figures follow before the group of segments ends.
  private func isBeforeFigures(_ segments: [Segment], _ index: Int) -> Bool {
    var index = index
    while index + 1 < segments.count, !segments[index].endsGroup {
      index += 1
      if !segments[index].phrases.isEmpty { return true }
    }
    return false
  }

  /// What follows a bracket goes on from before it.
  private mutating func read(_ bracket: Bracket) {
    let saved = memory.last
    if let area = bracket.area { memory.last.area = area }
    if let opening = bracket.segments.first?.range {
      if let thing = sentence.thing(describedIn: opening) { memory.last.described = scan.bytes(thing) }
      memory.last.isGoal = sentence.tellsGoal(opening)
    }
    read(bracket.segments)
    memory.last = saved
  }

  private mutating func endGroup() {
    memory.last.listed = []
    memory.last.action = nil
    memory.last.isPart = memory.last.isPart && scan.starts(sentence.range, with: "其中")
    let place = memory.group.places.count == 1 ? memory.group.places.first : memory.group.placeBefore
    if !memory.group.places.isEmpty { memory.last.area = context.part.map { Array($0.utf8) } }
    let owners = memory.group.owners.continued()
    memory.group = GroupMemory()
    memory.group.placeBefore = place
    memory.group.owners = owners
  }

  /// A segment without a number can name what the next ones are of.
  private mutating func read(heading clause: Clause, _ segment: Range<Int>) {
    if let frame = sentence.frame(segment) { memory.names.frame = frame }
    if scan.starts(segment, with: "其中") {
      memory.last.isPart = true
      memory.whole = memory.whole ?? memory.last.subjects.last ?? memory.last.subject
    }
    if clause.place.each.isEmpty
      || sentence.isTopic(clause.place.end ?? clause.head.lowerBound, clause.head.upperBound)
    {
      take(areaOf: clause)
    }
    memory.segment.acted = sentence.acted(by: clause.head)
    // 在全市目标考核中，我县获第二名
    if let contest = sentence.contest(in: clause.head) {
      memory.last.subject = uncoded(scan.bytes(contest.name))
      memory.rankScope = scan.bytes(contest.scope)
    }
    if memory.topic == nil, memory.last.subject == nil,
      let topic = sentence.harvest(clause.head) ?? sentence.topic(clause.head)
    {
      memory.topic = topic
    }
    // 巩固医保、社保参保率，稳定在95%以上
    if memory.topic == nil, memory.last.subject == nil, scan.ends(clause.head, with: "率"), clause.head.count <= 90 {
      memory.topic = sentence.split(clause.head).object
    }
    memory.topics = sentence.topics(clause.head)
    if let name = sentence.industryName(clause.head) { memory.named.append(name) } else { memory.named = [] }
    if let year = sentence.comparedYear(segment) { memory.times.against = year }
    if let name = sentence.headline(opening: clause.head) {
      let subject = subject(name)
      memory.last.subject = subject
      memory.last.subjects.append(subject)
    }
  }

  /// What a clause says of its area holds for those behind it.
  private mutating func take(areaOf clause: Clause) {
    if clause.place.isOfDistrict, clause.place.name == nil, memory.last.area == nil {
      memory.last.area = Array("区级".utf8)
    }
    guard let area = clause.place.name else { return }
    memory.last.area = area.isEmpty ? nil : area
    memory.group.places = clause.place.each
  }

  // MARK: Phrases

  private mutating func read(_ phrases: [Phrase]) {
    let drafted = drafts.count
    memory.segment.firstDraft = drafted
    memory.segment.roster = nil
    for index in phrases.indices {
      // One copy for all that look at it.
      let clause = phrases[index].clause
      take(areaOf: clause)
      if let place = memory.group.placeBefore {
        if clause.place.name == nil,
          memory.last.area == nil || memory.last.area?.elementsEqual((context.part ?? "").utf8) == true,
          sentence.opensAccount(clause.head)
        {
          memory.last.area = place
        } else {
          memory.group.placeBefore = nil
        }
      }
      if clause.isVoted { memory.group.isVoted = true }
      if clause.isChild, memory.whole == nil || !memory.last.isPart {
        let area = memory.last.area
        memory.whole = memory.last.subjects.last { $0.area == area } ?? memory.last.subject ?? memory.whole
        memory.last.isPart = true
      }
      switch phrases[index].form {
      case .single, .shared:
        for place in phrases[index].items.indices { read(phrases[index].items[place], clause) }
      case .list: readList(phrases[index].items, clause)
      case .structure: readStructure(phrases[index].items, clause)
      }
    }
    memory.segment.actionBefore = drafts.last.flatMap { last in last.action.map { ($0, last.unit) } }
    // 体检经费9万元，帮扶村庄项目7万元，维修费5万元: a list of names, of which one has a verb of its own.
    if let last = drafts.last, last.unit.ends(with: "元"), drafted > 0, drafted < drafts.count,
      drafts[drafted - 1].action == nil, drafts[drafted - 1].unit == last.unit, drafts[drafted - 1].measure == .level,
      !endsGroup(between: drafts[drafted - 1].quote.upperBound, and: drafts[drafted].quote.lowerBound)
    {
      memory.segment.actionBefore = nil
    }
    memory.segment.isAtLeast = false
    memory.segment.acted = nil
    memory.segment.figuresBefore = drafts.count - drafted
    // 每个县建成一个园区，改造电网50公里: what each does ends at the comma.
    if drafts.count > drafted, let area = memory.last.area, area.starts(with: "每个".utf8) {
      memory.last.area = context.part.map { Array($0.utf8) }
      memory.group.places = []
    }
    memory.last.action = nil
  }

  private func endsGroup(between start: Int, and end: Int) -> Bool {
    start <= end && scan.text[start..<end].contains(UInt8(ascii: ";"))
  }

  private mutating func read(_ item: Item, _ clause: Clause) {
    if clause.atLeast { memory.segment.isAtLeast = true }
    switch item.quantity.kind {
    case .rank: readRank(item, clause)
    case .bare:
      if let name = ratioName(clause) {
        var ratio = item
        ratio.quantity.kind = .ratio
        let isReached = isReached(clause, item.quantity)
        let changes = (clause.verb == .rise || clause.verb == .fall) && !isReached
        let year = isReached ? clause.time.named?.endYear ?? context.year : nil
        emit(ratio, clause, uncoded(name), changes ? .change : .ratio, period: year.map { Period(year: $0) })
        return
      }
      if scan.ends(clause.head, with: "指数"),
        scan.find("价格", in: clause.head) == nil || clause.verb == .none || clause.verb == .to
      {
        // 空气质量综合指数5.94, 居民消费价格指数控制在103
        var index = item
        index.quantity.kind = .level
        emit(index, clause, uncoded(scan.bytes(clause.head)), .level)
        return
      }
      guard clause.verb == .rise || clause.verb == .fall else { return }
      var percent = item
      percent.quantity.kind = .percent
      percent.quantity.unit = .percent
      emit(percent, clause, subject(clause.head), Observation.Measure.of(percent.quantity, clause))
    case .structure: break
    case .percent, .point, .ratio: readRate(item, clause)
    case .level, .zero: readLevel(item, clause)
    }
  }

  /// 城乡居民收入比由2.31缩小为2.27: a proportion to one, without a unit.
  private func ratioName(_ clause: Clause) -> [UInt8]? {
    let name = clause.head.isEmpty ? memory.last.subject?.indicator : scan.bytes(clause.head)
    return name.flatMap {
      $0.ends(with: "收入比") || $0.ends(with: "收入比值") || $0.ends(with: "倍差") || $0.ends(with: "收入之比") ? $0 : nil
    }
  }

  /// 缩小为, 下降到: the verb leads to a level.
  private func isReached(_ clause: Clause, _ quantity: Quantity) -> Bool {
    let verb = min(clause.verbRange.lowerBound, quantity.quote.lowerBound)..<quantity.quote.lowerBound
    return ["为", "到", "至"].contains { (word: StaticString) in scan.ends(verb, with: word) }
  }
}
