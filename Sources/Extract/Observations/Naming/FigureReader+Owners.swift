import Documents
import Lexicon

/// What the clauses so far are about, and which names take it: 利润 behind 规模以上工业企业产值.
///
/// What owns and of which kind it is tell the words of class `owner`; which names have an owner, and of which kinds, those
/// of class `owned`. A figure's name, a thing that is counted and a stretch without a number tell owners; a semicolon ends them.
extension FigureReader {
  /// Whose a name is that says no more than what is measured.
  func owner(of name: [UInt8]) -> [UInt8]? {
    var kinds = scan.words.ownedKinds(name)
    if kinds.isEmpty, scan.words.covers(name, .bare) { kinds = .any }
    guard !kinds.isEmpty || name.equals("资金") else { return nil }
    if kinds.contains(.any), !memory.last.described.isEmpty { return memory.last.described }
    if kinds.contains(.any) || kinds.isEmpty, let counted = countedHere(name) { return counted }
    let owners = memory.group.owners
    // 举办茶业博览会，订单金额超过10亿元: of the event, where no contracts or projects stand between.
    if kinds.contains(.any), name.ends(with: "额") || name.ends(with: "投资"),
      let event = owners.nearest(.event, to: name),
      !drafts.contains(where: { $0.indicator.ends(with: "项目") || $0.indicator.ends(with: "合同") })
    {
      return event
    }
    return owners.nearest(kinds, to: name)
  }

  /// 已投项目135个、总金额210亿元: of the things counted right before.
  private func countedHere(_ name: [UInt8]) -> [UInt8]? {
    guard memory.segment.firstDraft < drafts.count,
      let counted = drafts[memory.segment.firstDraft...].last(where: { $0.measure == .level && $0.unit.isOfThings }),
      scan.words.start(of: .owned, ending: counted.indicator) == nil, !name.starts(with: counted.indicator)
    else { return nil }
    return counted.indicator
  }

  /// Whether a name says no more than what is measured.
  func isOwned(_ name: [UInt8]) -> Bool {
    !scan.words.ownedKinds(name).isEmpty || scan.words.covers(name, .bare)
  }

  /// 规模以上工业企业资产负债率: of shares, only those in firms' books tell an owner.
  func isRateOfFirms(_ name: [UInt8]) -> Bool {
    guard let start = scan.words.start(of: .owned, ending: name), start > 0 else { return false }
    return scan.words.ownedKinds(Array(name[start...])).contains(.firm)
  }

  /// Keeps whose a figure's name is for those behind it.
  mutating func tellOwner(_ given: Subject, _ unit: UnitText, isListed: Bool) {
    var name = given.indicator
    // 现代能源产业新增装机30万千瓦，实现产值90亿元
    if let end = name.end(of: "产业"), end >= 12, end < name.count,
      ["新增", "新建", "培育"].contains(where: { (word: StaticString) in name.has(word, at: end) })
    {
      memory.group.owners.tell(Array(name[..<end]), .industry, .topic)
      return
    }
    // 中等职业教育招生(含技工学校), where 普通高中(含完中) keeps what its bracket adds
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
      scan.words.start(of: .owned, ending: Array(name[..<open])) != nil
    {
      name.removeSubrange(open...)
    }
    var end = scan.words.start(of: .owned, ending: name) ?? name.count
    // 生产安全事故起数下降5%、死亡人数下降8%
    if name.ends(with: "事故起数") { end = name.count - 6 }
    // 医院实有床位, 体育场馆数, 规模以上工业企业实现利润
    for word in ["实有", "拥有", "总数", "数", "实现", "完成"] as [StaticString]
    where name.has(word, at: end - word.utf8CodeUnitCount) {
      end -= word.utf8CodeUnitCount
    }
    guard end >= 6, !scan.words.covers(name, .measure) else { return }
    // 影剧院9家，电影放映3万场
    if let bare = scan.words.start(of: .bare, ending: name), bare == 0 || memory.group.owners.holds(name[..<bare]) {
      return
    }
    let owner = Array(name[..<end])
    var kinds = scan.words.ownerKinds(ending: owner)
    if end < name.count {
      guard !addsToStock(owner) else { return }  // 新增里程
      // 东风汽车销售收入: whose word does not tell its kind is of one that has such a measure.
      let owned = scan.words.ownedKinds(Array(name[end...]))
      if kinds.isEmpty, !owned.isDisjoint(with: [.firm, .produce]) { kinds = owned }
      kinds.insert(.any)
    } else if unit.isOfThings || memory.group.owners.isEmpty && !unit.isOfPersons && !name.equals("资金") {
      kinds.insert(.any)
    }
    if memory.last.isPart { kinds.subtract(.way) }  // 货运量9亿吨，其中公路7亿吨
    guard !kinds.isEmpty, kinds.isDisjoint(with: .person) else { return }
    let source: Owner.Source = end < name.count ? .named : given.action == nil ? .counted : .object
    memory.group.owners.tell(owner, kinds, source, isListed: isListed)
  }

  /// Keeps what a stretch without a number is about: 光伏产业加快发展; what is done to something comes behind that.
  mutating func tellTopic(_ head: Range<Int>) {
    if let event = sentence.event(heldIn: head) { memory.group.owners.tell(scan.bytes(event), .event, .object) }
    if let crop = sentence.harvest(head) { memory.group.owners.tell(scan.bytes(crop), .produce, .topic) }
    memory.group.owners.turn()
    guard !memory.group.owners.hasTopic, let topic = sentence.topicalOwner(head) else { return }
    let name = scan.bytes(topic.name)
    let kinds = scan.words.ownerKinds(ending: name)
    // A zone is where what follows is, and no part of its name; people own nothing.
    guard kinds.isDisjoint(with: [.zone, .person]) else { return }
    memory.group.owners.tell(name, kinds, topic.isObject ? .act : .topic)
  }
}
