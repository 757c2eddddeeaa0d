import Documents

/// Finds the body that issues a report: a line of its own, the speaker's bureau, or the one whose task it is.
struct IssuingBodyReader {
  let head: HeadText
  /// Where the meeting's name ends: behind it a body may stand in the same line.
  var start: Int?
  let speakerBody: String
  let facts: DocumentFacts

  func issuingBody() -> String? {
    var printed = head.lines.flatMap(Self.bodies)
    if printed.isEmpty, let start {
      var rest = head.bytes[start..<head.lineEnd(after: start)]
      if rest.starts(with: "上") { rest = rest.dropFirst(3) }
      printed = Self.bodies(in: rest)
    }
    if !printed.isEmpty {
      var bodies: [String] = []
      for body in printed.map(withRegion) where !bodies.contains(body) { bodies.append(body) }
      return bodies.joined(separator: "、")
    }
    if !speakerBody.isEmpty { return withRegion(speakerBody) }
    guard let region = facts.region else { return nil }
    // By law bulletins are the statistical bureau's and budgets the finance bureau's, printed or not.
    switch facts.reportType {
    case .statisticalBulletin:
      return region.level == .nation ? "国家统计局" : region.name + "统计局"
    case .budgetReport where head.opening.prefix(300).contains("政府委托"):
      guard region.level != .nation else { return "财政部" }
      return region.name + (region.level == .province && !region.name.hasSuffix("市") ? "财政厅" : "财政局")
    default:
      return nil
    }
  }

  /// The bodies that a line names, if it names nothing else.
  private static func bodies(in line: ArraySlice<UInt8>) -> [String] {
    guard line.count <= 120 else { return [] }
    var rest = line
    while let first = rest.first, first == UInt8(ascii: " ") || rest.starts(with: "—") {
      rest = rest.dropFirst(first == UInt8(ascii: " ") ? 1 : 3)
    }
    var found: [String] = []
    while !rest.isEmpty {
      var end: Int?
      for suffix in suffixes {
        guard let at = rest.firstRange(of: suffix) else { continue }
        if end == nil || at.upperBound < end ?? 0 { end = at.upperBound }
      }
      guard var end else { return [] }
      // 国家统计局营口调查队
      if rest.starts(with: "国家统计局"), end - rest.startIndex == 15, let team = rest.firstRange(of: "调查队") {
        end = team.upperBound
      }
      let body = rest[rest.startIndex..<end]
      guard body.allSatisfy({ $0 >= 0x80 }), !body.contains("、"), !body.contains("年"), !body.contains("关于") else {
        return []
      }
      found.append(body.string)
      rest = rest[end...]
      while let first = rest.first, first == UInt8(ascii: " ") || rest.starts(with: "、") {
        rest = rest.dropFirst(first == UInt8(ascii: " ") ? 1 : 3)
      }
    }
    return found
  }

  private func withRegion(_ body: String) -> String {
    guard let region = facts.region, region.level != .nation else { return body }
    for short in ["省", "市", "州", "县", "区", "盟", "旗"] where body.hasPrefix(short) {
      return region.name + body.dropFirst()
    }
    let bare = ["财政局", "财政厅", "统计局", "发展和改革委员会", "发展改革委员会", "人民政府"]
    return bare.contains(body) ? region.name + body : body
  }

  private static let suffixes = [
    "发展和改革委员会", "发展改革委员会", "发展和改革局", "发展改革委", "财政局", "财政厅", "统计局", "调查队", "人民政府", "管理委员会", "管委会",
  ].map { Array($0.utf8) }
}
