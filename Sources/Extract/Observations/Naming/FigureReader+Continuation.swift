import Documents
import Lexicon

/// Names that leave out the front which a figure before has said: 赔付支出 behind 原保险保费收入.
extension FigureReader {
  func continued(_ name: [UInt8]) -> [UInt8]? {
    guard name.count <= 30 else { return nil }
    if let rate = rateOfBefore(name) { return rate }
    // By its place: a draft is large, and a look at one no reason to copy it.
    guard let place = drafts.indices.last(where: { drafts[$0].measure == .level }) else { return nil }
    if name.equals("产量") || name.equals("销量"), let output = output(name, behind: drafts[place]) { return output }
    let last = drafts[place].indicator
    if let name = incomePart(name, behind: last) { return name }
    if let name = perHead(name, behind: last) { return name }
    return drafts[place].action == nil ? stock(name, behind: last) : nil
  }

  /// 死亡率 behind 人口出生率, 优良率 behind 空气质量优良天数, 收入比 behind the incomes of town and country.
  private func rateOfBefore(_ name: [UInt8]) -> [UInt8]? {
    if name.equals("死亡率") || name.equals("自然增长率") {
      return drafts.contains { $0.indicator.ends(with: "人口出生率") } ? Array("人口".utf8) + name : nil
    }
    if name.equals("收入比"), drafts.contains(where: { $0.indicator.holds("居民人均") }) { return Array("城乡居民收入比".utf8) }
    guard name.equals("优良率"), let last = drafts.last?.indicator,
      last.ends(with: "空气质量优良天数")
    else { return nil }
    return Array("空气质量".utf8) + name
  }

  /// 产量 behind 生产汽车8万辆, 其中新能源汽车3万辆.
  private func output(_ name: [UInt8], behind last: Draft) -> [UInt8]? {
    guard !last.unit.ends(with: "元"), !last.unit.ends(with: "亩"),
      last.action?.equals("生产") == true || memory.last.isPart,
      scan.words.start(of: .measure, ending: last.indicator) == nil
    else { return nil }
    return last.indicator + name
  }

  /// 人均消费支出 behind 城镇居民人均可支配收入: of the same people.
  private func perHead(_ name: [UInt8], behind last: [UInt8]) -> [UInt8]? {
    guard name.starts(with: "人均"), name.holds("支出") || name.holds("消费") || name.holds("净收入"),
      let end = last.end(of: "居民人均")
    else { return nil }
    return last[..<(end - 6)] + name
  }

  /// 经营净收入 behind 城镇居民工资性收入, or behind the income of which it is a part: of the same people.
  private func incomePart(_ name: [UInt8], behind last: [UInt8]) -> [UInt8]? {
    let parts: [StaticString] = ["工资性收入", "经营净收入", "财产净收入", "转移净收入", "经营性收入", "财产性收入", "转移性收入"]
    guard last.starts(with: "城镇") || last.starts(with: "农村"), parts.contains(where: { name.equals($0) }),
      let end = last.end(of: "居民")
    else { return nil }
    return last[..<end] + name
  }

  /// 存栏 behind 生猪出栏, 赔付支出 behind 原保险保费收入, 集装箱 behind 东港货物吞吐量.
  private func stock(_ name: [UInt8], behind last: [UInt8]) -> [UInt8]? {
    let herds: [StaticString] = ["存栏", "出栏", "存栏量", "出栏量"]
    if herds.contains(where: { name.equals($0) }), let herd = herds.first(where: { last.ends(with: $0) }),
      last.count > herd.utf8CodeUnitCount
    {
      return last.dropLast(herd.utf8CodeUnitCount) + name
    }
    if last.ends(with: "保费收入"), last.count > 12,
      ["赔付支出", "赔款支出", "赔款与给付", "赔款和给付", "赔付额"].contains(where: { (word: StaticString) in name.equals(word) })
    {
      return last.dropLast(12) + name
    }
    if name.equals("集装箱"), last.ends(with: "货物吞吐量") { return last.dropLast(15) + Array("集装箱吞吐量".utf8) }
    return nil
  }
}
