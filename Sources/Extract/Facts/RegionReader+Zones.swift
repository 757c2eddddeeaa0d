import Documents
import Lexicon

extension RegionReader {
  /// A zone that speaks for itself: "营口经济技术开发区2024年…", "辽东湾新区".
  func zone(in words: [UInt8], evidence: Evidence) -> DocumentFacts.Region? {
    for suffix in Self.zones {
      guard let at = words.firstRange(of: suffix) else { continue }
      let rest = words[at.upperBound...]
      guard
        rest.isEmpty || rest.first.map({ $0 < 0x80 }) == true
          || Self.afterZone.contains(where: { rest.starts(with: $0) })
      else { continue }
      var start = at.lowerBound
      while start >= 3, (0xE4...0xE9).contains(words[start - 3]),
        !Self.beforeZone.contains(where: { words[(start - 3)...].starts(with: $0) })
      { start -= 3 }
      guard at.lowerBound - start >= 3 else { continue }
      let whole = start..<at.upperBound
      // A county of that name (浦东新区) is no zone.
      if let match = regions.match(in: words, at: start, end: whole.upperBound), match.range == whole,
        match.kind == .full
      {
        return nil
      }
      let parents = regions.matches(in: words, range: whole)
      let name = words[whole].string
      guard let parent = parents.first.flatMap({ resolve($0, parents: [], evidence: evidence, suffix: "市") }) else {
        return DocumentFacts.Region(code: nil, name: name, level: .zone, province: nil, prefecture: nil)
      }
      let facts = facts(of: parent, year: evidence.year)
      return DocumentFacts.Region(
        code: nil,
        name: name,
        level: .zone,
        province: facts.province,
        prefecture: facts.prefecture
      )
    }
    return nil
  }

  private static let zones = [
    "经济技术开发区", "高新技术产业开发区", "经济开发区", "产业开发区", "工业园区", "管理区", "示范区", "保税区", "高新区", "经开区", "新区",
  ].map { Array($0.utf8) }
  private static let afterZone: [StaticString] = ["管委会", "管理委员会", "二〇", "国民经济", "政府", "人民政府", "工作报告", "财政", "预算"]
  private static let beforeZone: [StaticString] = ["在", "于", "受", "将", "表", "年", "届", "—"]
}
