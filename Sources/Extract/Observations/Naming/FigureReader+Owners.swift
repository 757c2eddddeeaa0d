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
    if let nearest = owners.nearest(kinds, to: name) { return nearest }
    return kinds.contains(.firm) && !memory.names.owner.isEmpty ? memory.names.owner : nil
  }

  /// 已投项目135个、总金额210亿元: of the things counted right before.
  private func countedHere(_ name: [UInt8]) -> [UInt8]? {
    guard memory.segment.firstDraft < drafts.count,
      let counted = drafts[memory.segment.firstDraft...].last(where: { $0.measure == .level && $0.unit.isOfThings }),
      scan.words.start(of: .owned, ending: counted.indicator) == nil, !name.starts(with: counted.indicator)
    else { return nil }
    return counted.indicator
  }

  func isDependent(_ name: [UInt8]) -> Bool {
    scan.words.ownedKinds(name).contains(.any) || scan.words.covers(name, .bare)
  }

  /// Keeps whose a figure's name is for those behind it.
  mutating func tellOwner(_ name: [UInt8], _ unit: UnitText, isListed: Bool) {
    // 现代能源产业新增装机30万千瓦，实现产值90亿元
    if let end = name.end(of: "产业"), end >= 12, end < name.count,
      ["新增", "新建", "培育"].contains(where: { (word: StaticString) in name.has(word, at: end) })
    {
      memory.group.owners.tell(Array(name[..<end]), .industry)
      return
    }
    // 中等职业教育招生(含技工学校), where 普通高中(含完中) keeps what its bracket adds
    var name = name
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
      scan.words.start(of: .owned, ending: Array(name[..<open])) != nil
    {
      name.removeSubrange(open...)
    }
    var end = scan.words.start(of: .owned, ending: name) ?? name.count
    // 生产安全事故起数下降5%、死亡人数下降8%
    if name.ends(with: "事故起数") { end = name.count - 6 }
    // 医院实有床位
    for word in ["实有", "拥有"] as [StaticString] where name.has(word, at: end - word.utf8CodeUnitCount) {
      end -= word.utf8CodeUnitCount
    }
    guard end > 0 else { return }
    // 影剧院9家，电影放映3万场
    if let bare = scan.words.start(of: .bare, ending: name), bare == 0 || memory.group.owners.holds(name[..<bare]) {
      return
    }
    let owner = Array(name[..<end])
    var kinds = scan.words.ownerKinds(ending: owner)
    if end < name.count || unit.isOfThings || memory.group.owners.isEmpty && !unit.isOfPersons && !name.equals("资金") {
      kinds.insert(.any)
    }
    if !kinds.isEmpty, kinds.isDisjoint(with: .person) { memory.group.owners.tell(owner, kinds, isListed: isListed) }
  }
}
