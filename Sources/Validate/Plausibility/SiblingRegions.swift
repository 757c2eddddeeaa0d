import Documents
import Lexicon

/// How many areas of a kind there are now beside a region: what a rank can be at most. From `regions.tsv`.
struct SiblingRegions: Sendable {
  private struct Key: Hashable {
    var prefix: String
    var level: String
  }

  private let counts: [Key: Int]
  /// Names of provinces and prefectures in use at any time.
  private let largeNames: Set<String>

  static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try SiblingRegions(Regions.table()) }

  /// - Throws: the first fault of an overlay of regions.tsv, with its file and line.
  init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    let isOverlaid = overlays.contains { $0.name == EmbeddedFile.regions.name }
    self = isOverlaid ? try SiblingRegions(Regions.table(overlaidBy: overlays)) : .builtIn
  }

  private init(_ table: TSVTable) throws(LexiconError) {
    var members: [Key: Set<String>] = [:]
    var names: Set<String> = []
    for row in table.rows {
      let (code, level) = (try row.text("code"), try row.text("level"))
      if level != "county" { names.insert(try row.text("name")) }
      guard try row.optionalInteger("last_year") == nil else { continue }
      for length in [0, 2, 4] {
        members[Key(prefix: String(code.prefix(length)), level: level), default: []].insert(code)
      }
    }
    counts = members.mapValues(\.count)
    largeNames = names
  }

  /// Names of provinces and prefectures in a title, in its order; titles are short, so every stretch is looked up.
  func large(in title: String) -> [String] {
    let scalars = Array(title.unicodeScalars.prefix(80))
    var found: [String] = []
    var start = 0
    while start < scalars.count {
      let lengths = stride(from: min(12, scalars.count - start), through: 3, by: -1)
      let name = lengths.lazy
        .map { String(String.UnicodeScalarView(scalars[start..<start + $0])) }
        .first { largeNames.contains($0) }
      if let name { found.append(name) }
      start += name?.unicodeScalars.count ?? 1
    }
    return found
  }

  /// The most that a rank of `region` in `scope` ("全国", "全省", "全市") can be, with room for areas that count as well
  /// though the code list has them elsewhere; `nil` where the scope does not tell.
  func maximumRank(of region: DocumentFacts.Region, in scope: String) -> Int? {
    guard let code = region.code, region.level != .zone, region.level != .nation else { return nil }
    let length: Int
    switch scope {
    case "全国", "全国各省", "全国各省区市", "全国各省(区、市)": length = 0
    case "全省", "全区", "全自治区", "全省各市": length = 2
    case "全市" where region.level == .county: length = 4
    default: return nil
    }
    guard length > 0 || region.level == .province else { return nil }
    guard let count = counts[Key(prefix: String(code.prefix(length)), level: region.level.name)] else { return nil }
    return count + count / 4 + 2
  }
}
