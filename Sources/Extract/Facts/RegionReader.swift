import Documents
import Lexicon

/// Decides of which region a report is.
///
/// What the document says of itself comes first: the meeting, the title, who speaks and for whom. Where it only says
/// "市人民政府", what the source says (hints, site) counts, as long as the text does not name others more often.
struct RegionReader {
  /// Words about the report, the strongest first, in normal form.
  struct Evidence {
    /// The meeting, the title, the speaker's office: here a full name decides.
    var own: [[UInt8]] = []
    /// What is said first: a name counts where somebody speaks for it ("代表…人民政府").
    var opening: [UInt8] = []
    /// The site, the source, the breadcrumb.
    var surroundings: [[UInt8]] = []
    var body: [UInt8] = []
    var hints = SourceHints()
    var year: Int?
  }

  struct Found: Equatable {
    var region: DocumentFacts.Region
    var isHint: Bool
  }

  let regions: Regions
  let kinds: ReportKinds

  func region(_ evidence: Evidence) -> Found? {
    if (evidence.own + [evidence.opening]).contains(where: Self.isNation) {
      return Found(region: Self.nation, isHint: false)
    }
    for words in evidence.own {
      if let zone = zone(in: words, evidence: evidence) { return Found(region: zone, isHint: false) }
      let matches = regions.matches(in: words, range: 0..<words.count).filter {
        $0.kind > .stem && Self.isWhole($0, in: words)
      }
      if let found = decide(matches, in: words, evidence: evidence, suffix: nil) {
        return Found(region: found, isHint: false)
      }
    }
    let spoken = regions.matches(in: evidence.opening, range: 0..<evidence.opening.count).filter {
      $0.kind > .stem && Self.isSpokenFor($0.range, in: evidence.opening)
    }
    if let found = decide(spoken, in: evidence.opening, evidence: evidence, suffix: nil) {
      return Found(region: found, isHint: false)
    }
    // Told by the whole text, and asked for from here on: of names that are no stems it says nothing.
    let suffix = Self.ownSuffix(evidence)
    // A stem in the title is a name where the text says the same kind of region of itself, or the line names a report:
    // 新建, 通道 and many more are words as well.
    for words in evidence.own where suffix != nil || kinds.type(of: words, in: .title) != nil {
      let matches = regions.matches(in: words, range: 0..<words.count)
      if let found = decide(matches, in: words, evidence: evidence, suffix: suffix), Self.fits(found, suffix) {
        return Found(region: found, isHint: false)
      }
    }
    if let hint = evidence.hints.region, let found = fromHint(Array(hint.utf8), evidence, suffix) {
      return Found(region: found, isHint: true)
    }
    if let found = fromHint(Array(evidence.hints.name.utf8), evidence, suffix) {
      return Found(region: found, isHint: true)
    }
    if let found = mostNamed(evidence, suffix: suffix) { return Found(region: found, isHint: false) }
    for words in evidence.surroundings {
      let matches = regions.matches(in: words, range: 0..<words.count)
      if let found = decide(matches, in: words, evidence: evidence, suffix: suffix) {
        return Found(region: found, isHint: true)
      }
    }
    return nil
  }

  // MARK: The nation

  static let nation = DocumentFacts.Region(code: nil, name: "全国", level: .nation, province: nil, prefecture: nil)

  private static func isNation(_ words: [UInt8]) -> Bool {
    words.contains("代表国务院") || words.contains("届全国人民代表大会") || words.contains("国务院总理")
      || words.contains("受国务院委托") || words.contains("中华人民共和国国务院")
      || words.starts(with: "国务院政府工作报告") || words.contains("中华人民共和国") && words.contains("统计公报")
  }

  // MARK: One place

  /// Whether somebody speaks for the region, or the report is said to be its own: "代表…", "受…委托", "将…2025年".
  private static func isSpokenFor(_ range: Range<Int>, in words: [UInt8]) -> Bool {
    let before = words[..<range.lowerBound]
    let after = words[range.upperBound...]
    if ["代表", "受", "将", "关于", "向"].contains(where: { before.suffix(6).string.hasSuffix($0) }) { return true }
    return after.starts(with: "人民政府委托") || after.starts(with: "第") && before.suffix(3).string == "请"
  }

  /// Names of two characters stand inside other words ("省和县"), and some are kinds and no names ("新区"): they need
  /// a boundary in front of them.
  private static func isWhole(_ match: Regions.Match, in words: [UInt8]) -> Bool {
    guard match.range.count <= 6 else { return true }
    let before = words[..<match.range.lowerBound]
    if kinds.contains(words[match.range].string) { return false }
    guard let last = before.last, last >= 0x80 else { return true }
    return ["在", "受", "表", "将", "年", "于", "市", "—", "关于"].contains { before.suffix($0.utf8.count).string == $0 }
  }

  private static let kinds: Set<String> = ["新区", "郊区", "城区", "矿区", "市区", "东区", "西区", "南区", "北区"]

  /// The region that the matches of one place mean: the innermost of names that stand in a row ("保定市满城区").
  private func decide(
    _ matches: [Regions.Match],
    in words: [UInt8],
    evidence: Evidence,
    suffix: String?
  ) -> DocumentFacts.Region? {
    guard let first = matches.first else { return nil }
    var chain = [first]
    for match in matches.dropFirst() {
      guard let last = chain.last else { break }
      // "(黑龙江省)2025年哈尔滨市…": not in a row, but inside.
      let isInside =
        match.kind == .full
        && match.regions.contains { inner in
          last.regions.contains { Self.isInside(inner.code, $0.code) }
        }
      guard match.range.lowerBound == last.range.upperBound || isInside else { break }
      chain.append(match)
    }
    while let last = chain.last {
      if let region = resolve(last, parents: chain.dropLast(), evidence: evidence, suffix: suffix) {
        return facts(of: region, year: evidence.year)
      }
      chain.removeLast()
    }
    return nil
  }

  /// One of several regions of a name: under the parents named in front of it, or named elsewhere.
  func resolve(
    _ match: Regions.Match,
    parents: ArraySlice<Regions.Match>,
    evidence: Evidence,
    suffix: String?
  ) -> Region? {
    var candidates = match.regions
    if match.kind == .stem, let suffix {
      let same = candidates.filter { $0.name.hasSuffix(suffix) }
      if !same.isEmpty { candidates = same }
    }
    for parent in parents.reversed() {
      let inside = candidates.filter { candidate in
        parent.regions.contains { Self.isInside(candidate.code, $0.code) }
      }
      if !inside.isEmpty { candidates = inside }
    }
    let codes = Set(candidates.map { $0.code })
    if codes.count > 1 {
      candidates = narrowed(candidates, evidence: evidence)
    }
    return regions.nearest(candidates, to: evidence.year)
  }

  /// Several regions share the name: their provinces and prefectures are looked for in everything around.
  private func narrowed(_ candidates: [Region], evidence: Evidence) -> [Region] {
    let valid = candidates.filter { $0.years.contains(evidence.year ?? $0.years.upperBound) }
    let candidates = valid.isEmpty ? candidates : valid
    var places = evidence.own + [evidence.opening] + evidence.surroundings
    if let hint = evidence.hints.region { places.append(Array(hint.utf8)) }
    places.append(Array(evidence.hints.name.utf8))
    var best: [Region] = candidates
    var bestScore = 0
    for candidate in candidates {
      var score = 0
      let parents = [
        regions.prefecture(of: candidate.code, in: evidence.year),
        regions.province(of: candidate.code, in: evidence.year),
      ]
      for place in places where place.firstRange(of: Array(candidate.code.utf8)) != nil { score += 100 }
      for case let parent? in parents where parent.code != candidate.code {
        let stem = Regions.stem(of: parent.name)
        for place in places where place.firstRange(of: Array(stem.utf8)) != nil { score += 20 }
        score += evidence.body.count(of: Array(stem.utf8), most: 19)
      }
      if score > bestScore {
        bestScore = score
        best = [candidate]
      } else if score == bestScore, score > 0 {
        best.append(candidate)
      }
    }
    // Without any word about it, the larger region is the likelier one.
    let levels: [Region.Level] = [.province, .prefecture, .county]
    let level = levels.first { level in best.contains { $0.level == level } }
    return best.filter { $0.level == level }
  }

  private static func isInside(_ code: String, _ parent: String) -> Bool {
    guard code != parent else { return false }
    if parent.hasSuffix("0000") { return code.prefix(2) == parent.prefix(2) }
    return parent.hasSuffix("00") && code.prefix(4) == parent.prefix(4)
  }

  // MARK: Hints and the body

  private func fromHint(_ words: [UInt8], _ evidence: Evidence, _ suffix: String?) -> DocumentFacts.Region? {
    guard !words.isEmpty else { return nil }
    if words.contains("国务院") || words.contains("全国") { return Self.nation }
    let matches = regions.matches(in: words, range: 0..<words.count)
    guard let found = decide(matches, in: words, evidence: evidence, suffix: suffix) else {
      // A bare code, as file names have it.
      guard words.count >= 6, words.prefix(6).allSatisfy({ (0x30...0x39).contains($0) }),
        words.count == 6 || words[6] > 0x39,
        let region = regions.region(code: words.prefix(6).string, in: evidence.year)
      else { return nil }
      return facts(of: region, year: evidence.year)
    }
    return found
  }

  /// The region that the body names most often, of the kind that it says it is.
  private func mostNamed(_ evidence: Evidence, suffix: String?) -> DocumentFacts.Region? {
    var counts: [String: Int] = [:]
    var matchOf: [String: Regions.Match] = [:]
    for match in regions.matches(in: evidence.body, range: 0..<evidence.body.count) {
      let fitting = match.regions.filter { region in
        region.level != .county || match.kind > .stem
      }.filter { suffix == nil || $0.name.hasSuffix(suffix ?? "") }
      guard !fitting.isEmpty else { continue }
      let key = Regions.stem(of: fitting[0].name)
      counts[key, default: 0] += match.kind == .full ? 2 : 1
      if matchOf[key] == nil || match.kind == .full {
        matchOf[key] = Regions.Match(range: match.range, kind: match.kind, regions: fitting)
      }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value >= 4 || best.value >= 2 && counts.allSatisfy({ $0.key == best.key || $0.value * 2 <= best.value }),
      let match = matchOf[best.key],
      let region = resolve(match, parents: [], evidence: evidence, suffix: suffix)
    else { return nil }
    return facts(of: region, year: evidence.year)
  }

  // MARK: Facts

  /// A region with its code and its parents in the year.
  func facts(of region: Region, year: Int?) -> DocumentFacts.Region {
    let level: DocumentFacts.Region.Level =
      switch region.level {
      case .province: .province
      case .prefecture: .prefecture
      case .county: region.isZone ? .zone : .county
      }
    return DocumentFacts.Region(
      code: region.code,
      name: region.name,
      level: level,
      province: regions.province(of: region.code, in: year)?.name,
      prefecture: regions.prefecture(of: region.code, in: year)?.name
    )
  }
}
