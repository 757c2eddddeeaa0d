/// The regions of China through the years, by code and by name.
package struct Regions: Sendable {
  /// From regions.tsv and region-aliases.tsv.
  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in
    try Regions(table(), aliases: aliasTable())
  }

  /// - Throws: the first fault of an overlay of regions.tsv or region-aliases.tsv, with its file and line.
  package init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    let files = [EmbeddedFile.regions.name, EmbeddedFile.regionAliases.name]
    guard overlays.contains(where: { files.contains($0.name) }) else {
      self = .builtIn
      return
    }
    try self.init(
      Self.table(overlaidBy: overlays),
      aliases: Self.aliasTable().overlaid(by: overlays, key: Self.aliasKey)
    )
  }

  /// The rows of regions.tsv.
  ///
  /// - Throws: the first fault of an overlay, with its file and line.
  package static func table(overlaidBy overlays: [LexiconOverlay] = []) throws(LexiconError) -> TSVTable {
    try TSVTable(
      .regions,
      columns: ["code", "name", "level", "first_year", "last_year"],
      key: key,
      optional: ["last_year"]
    ).overlaid(by: overlays, key: key)
  }

  private static let key = ["code", "name", "first_year"]
  private static let aliasKey = ["alias"]

  private static func aliasTable() throws(LexiconError) -> TSVTable {
    try TSVTable(.regionAliases, columns: ["alias", "code", "seen"], key: aliasKey)
  }

  /// How exactly a name says which region is meant.
  package enum NameKind: Sendable, Comparable {
    /// "凌海": also a word, a river, a company.
    case stem
    /// "凉山州", "克州".
    case short
    /// "凌海市".
    case full
  }

  package struct Match: Sendable, Equatable {
    package var range: Range<Int>
    package var kind: NameKind
    /// All regions of that name, whenever.
    package var regions: [Region]

    package init(range: Range<Int>, kind: NameKind, regions: [Region]) {
      self.range = range
      self.kind = kind
      self.regions = regions
    }
  }

  private var all: [Region] = []
  private var byCode: [String: [Int]] = [:]
  private var byName: [String: (kind: NameKind, indices: [Int])] = [:]
  /// By ``names``.
  private var trie = ScalarTrie([])
  private var names: [(kind: NameKind, indices: [Int])] = []
  /// By the two digits of a province, the four of a prefecture.
  private var namesBelow: [String: [String]] = [:]

  private init(_ table: TSVTable, aliases: TSVTable) throws(LexiconError) {
    for row in table.rows {
      let code = try row.text("code")
      guard code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw row.malformed("code", code, "six digits")
      }
      let first = try row.integer("first_year")
      let last = try row.optionalInteger("last_year") ?? 9999
      guard first <= last else { throw row.malformed("last_year", "\(last)", "a year after the first") }
      all.append(
        Region(
          code: code,
          name: try row.text("name"),
          level: try row.choice("level"),
          years: (first == 1980 ? 0 : first)...last
        )
      )
    }
    for (index, region) in all.enumerated() {
      byCode[region.code, default: []].append(index)
      add(region.name, .full, index)
      if let short = RegionNames.short(of: region.name) { add(short, .short, index) }
      if let stem = RegionNames.stem(of: region.name) { add(stem, .stem, index) }
    }
    for row in aliases.rows {
      let code = try row.text("code")
      guard let indices = byCode[code] else { throw row.malformed("code", code, "a code of regions.tsv") }
      for index in indices { add(try row.text("alias"), .short, index) }
    }
    names = []
    names.reserveCapacity(byName.count)
    var words: [(word: [UInt8], value: Int32)] = []
    words.reserveCapacity(byName.count)
    for (name, known) in byName {
      words.append((Array(name.utf8), Int32(names.count)))
      names.append(known)
      for code in Set(known.indices.map { all[$0].code }) where !code.hasSuffix("0000") {
        namesBelow[String(code.prefix(code.hasSuffix("00") ? 2 : 4)), default: []].append(name)
      }
    }
    trie = ScalarTrie(words)
  }

  private mutating func add(_ name: String, _ kind: NameKind, _ index: Int) {
    if let known = byName[name] {
      if known.kind > kind { return }
      byName[name] = known.kind == kind ? (kind, known.indices + [index]) : (kind, [index])
    } else {
      byName[name] = (kind, [index])
    }
  }

  /// All regions of a name, whenever.
  package func regions(named name: String) -> [Region] {
    byName[name]?.indices.map { all[$0] } ?? []
  }

  /// The name that the code had in a year; where it had none then, the nearest year's.
  package func region(code: String, in year: Int?) -> Region? {
    nearest(byCode[code]?.map { all[$0] } ?? [], to: year)
  }

  /// The province of a code.
  package func province(of code: String, in year: Int?) -> Region? {
    region(code: code.prefix(2) + "0000", in: year)
  }

  /// The prefecture of a code; `nil` for provinces and for what stands directly under them.
  package func prefecture(of code: String, in year: Int?) -> Region? {
    guard code.dropFirst(2).prefix(2) != "00", let region = region(code: code.prefix(4) + "00", in: year) else {
      return nil
    }
    return region.level == .prefecture ? region : nil
  }

  /// Of several lines the one that is valid in the year, or nearest to it.
  package func nearest(_ regions: [Region], to year: Int?) -> Region? {
    guard let year else { return regions.max { $0.years.upperBound < $1.years.upperBound } }
    return regions.min { Self.distance($0.years, year) < Self.distance($1.years, year) }
  }

  private static func distance(_ years: ClosedRange<Int>, _ year: Int) -> Int {
    years.contains(year) ? 0 : year < years.lowerBound ? years.lowerBound - year : year - years.upperBound
  }

  /// The names, long and short, of the areas right below a region: a province's prefectures, a prefecture's counties.
  package func names(below code: String) -> [String] {
    guard code.utf8.count == 6 else { return [] }
    if code.hasSuffix("0000") { return namesBelow[String(code.prefix(2))] ?? [] }
    return code.hasSuffix("00") ? namesBelow[String(code.prefix(4))] ?? [] : []
  }

  /// The names, long and short, of one region.
  package func names(of region: Region) -> [String] {
    [region.name, RegionNames.short(of: region.name), RegionNames.stem(of: region.name)].compactMap { $0 }
  }

  /// The longest name that begins at `offset` of normalized text.
  package func match(in text: [UInt8], at offset: Int, end: Int) -> Match? {
    text.withUnsafeBufferPointer { match(in: $0, at: offset, end: min(end, text.count)) }
  }

  private func match(in text: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Match? {
    trie.longest(in: text, from: offset, to: end).map { match($0.value, at: offset..<$0.end) }
  }

  private func match(_ name: Int32, at range: Range<Int>) -> Match {
    let known = names[Int(name)]
    return Match(range: range, kind: known.kind, regions: known.indices.map { all[$0] })
  }

  /// The names in `range` from left to right, the longest at each place; none inside another.
  package func matches(in text: [UInt8], range: Range<Int>) -> [Match] {
    text.withUnsafeBufferPointer { text in
      var found: [Match] = []
      var offset = range.lowerBound
      let end = min(range.upperBound, text.count)
      while let (range, name) = trie.first(in: text, from: offset, to: end) {
        found.append(match(name, at: range))
        offset = range.upperBound
      }
      return found
    }
  }
}

extension Regions {
  /// The name without its kind ("营口" of 营口市), or the name where nothing would be left.
  package static func stem(of name: String) -> String {
    RegionNames.stem(of: name) ?? name
  }
}
