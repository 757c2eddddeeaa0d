/// What stands between a report's title and its first paragraph: the meeting and the day, who spoke, who issued it.
///
/// Pages often set these lines outside of the text's element, beside the byline; they are the document's own all the
/// same.
enum OpeningLine {
  /// "——2024年1月16日在某市第十七届人民代表大会第三次会议上".
  case occasion
  /// "市长 某某", an office without a name, or a name without an office.
  case person
  /// "某市统计局".
  case issuer
  /// "（2024年4月3日）".
  case day(isBracketed: Bool)

  /// - Parameter measure: of the line.
  init?(_ line: [UInt8], _ measure: TextMeasure, after previous: OpeningLine?) {
    guard measure.units >= 2, measure.units <= 70, measure.stops <= 1 else { return nil }
    // A title that names the meeting is the title.
    guard !Self.ends(LineKey(line).bytes, Self.reports) else { return nil }
    let isMarked = Self.marks.contains { line.starts(with: $0) }
    var key = LineKey(line).bytes
    while let mark = Self.marks.first(where: { key.starts(with: $0) }) { key.removeFirst(mark.count) }
    if Self.isOccasion(key, isMarked: isMarked, after: previous) {
      self = .occasion
    } else if measure.stops == 0, Self.isDay(key) {
      self = .day(isBracketed: Self.brackets.contains { line.starts(with: $0) })
    } else if measure.stops == 0, measure.digits == 0, measure.units <= 30, Self.isPerson(key, after: previous) {
      self = .person
    } else if measure.digits == 0, measure.units >= 4, measure.units <= 40, Self.ends(key, Self.offices) {
      self = .issuer
    } else {
      return nil
    }
  }

  /// Which of some lines, in order, are a document's opening. They are, if a meeting is named, or an issuer together
  /// with a day.
  ///
  /// - Parameter lines: what stands before the first paragraph; furniture left out.
  static func opening(_ lines: [(index: Int, bytes: [UInt8], measure: TextMeasure)]) -> [Int] {
    var found: [(index: Int, kind: OpeningLine)] = []
    for line in lines {
      if let kind = OpeningLine(line.bytes, line.measure, after: found.last?.kind) { found.append((line.index, kind)) }
    }
    func first(_ holds: (OpeningLine) -> Bool) -> Int? { found.firstIndex { holds($0.kind) } }
    if let start = first({ if case .occasion = $0 { true } else { false } }) {
      return found[start...].map(\.index)
    }
    guard let issuer = first({ if case .issuer = $0 { true } else { false } }),
      first({ if case .day(isBracketed: true) = $0 { true } else { false } }) != nil
    else { return [] }
    return found[issuer...].map(\.index)
  }

  private static let brackets = ["（", "("].map { Array($0.utf8) }
  private static let marks = ["—", "－", "-", "―", "─", "–", "一一", "（", "("].map { Array($0.utf8) }
  private static let meetings = ["会议上", "大会上", "次会议", "全会上"].map { Array($0.utf8) }
  private static let assemblies = ["届", "代表大会", "人大", "常委会"].map { Array($0.utf8) }
  private static let offices = [
    "局", "委员会", "委", "厅", "总队", "调查队", "办公室", "人民政府", "国务院",
  ].map { Array($0.utf8) }
  private static let titles = [
    "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "镇长", "乡长", "主席", "局长", "主任", "厅长", "总理", "部长", "院长", "检察长",
  ].map { Array($0.utf8) }
  private static let reports = ["报告", "公报", "讲话", "决议"].map { Array($0.utf8) }
  private static let days = Array("日".utf8)
  private static let month = Array("月".utf8)
  private static let year = Array("年".utf8)
  private static let inside = Array("在".utf8)

  /// Begins with a dash, a bracket, a day or "在", and names a meeting of an assembly.
  private static func isOccasion(_ key: [UInt8], isMarked: Bool, after previous: OpeningLine?) -> Bool {
    let namesMeeting = meetings.contains { key.holds($0) }
    let namesAssembly = assemblies.contains { key.holds($0) }
    if case .occasion = previous, namesMeeting, key.starts(with: "第".utf8) || key.count <= 24 {
      // The rest of a line that was broken.
      return true
    }
    guard let behindDay = behindDay(key) else {
      return key.starts(with: inside) && namesMeeting && namesAssembly
        || isMarked && namesMeeting && namesAssembly && !key.starts(with: "关于".utf8)
    }
    let rest = Array(key[behindDay...])
    guard namesAssembly || namesMeeting else {
      // Broken behind the place: "——2024年1月16日在某市".
      return isMarked && rest.starts(with: inside)
    }
    return namesMeeting || rest.starts(with: inside)
  }

  private static func isDay(_ key: [UInt8]) -> Bool {
    guard let end = behindDay(key) else { return false }
    return end == key.count
  }

  /// Behind a day at the beginning: "2024年1月16日", "二〇二四年一月十六日", "2024年1月".
  private static func behindDay(_ key: [UInt8]) -> Int? {
    var index = 0
    for (position, name) in [year, month, days].enumerated() {
      let start = index
      while index < key.count, key[index] >= 0x30, key[index] <= 0x39 { index += 1 }
      while index == start || index > start && key[start] >= 0x80,
        let numeral = numerals.first(where: { key[index...].starts(with: $0) })
      {
        index += numeral.count
      }
      guard index > start, index - start <= 15, key[index...].starts(with: name) else {
        return position == 2 ? start : nil
      }
      index += name.count
    }
    return index
  }

  private static let numerals = "〇○零一二三四五六七八九十".unicodeScalars.map { Array(String($0).utf8) }

  private static func isPerson(_ key: [UInt8], after previous: OpeningLine?) -> Bool {
    let han = key.count / 3
    for title in titles {
      guard let at = position(of: title, in: key) else { continue }
      let behind = Array(key[(at + title.count)...])
      let before = at
      // An office alone, at the end of a line.
      if behind.isEmpty { return before >= 3 || previous != nil }
      let isLong = behind.holds(Array("·".utf8))
      return behind.count >= 6 && behind.count <= (isLong ? 60 : 15) && behind.allSatisfy { $0 >= 0x80 }
    }
    // A name below the line with the office or the meeting.
    switch previous {
    case .occasion, .person: return han >= 2 && han <= 4 && key.allSatisfy { $0 >= 0x80 } && !ends(key, offices)
    default: return false
    }
  }

  private static func position(of part: [UInt8], in key: [UInt8]) -> Int? {
    guard key.count >= part.count else { return nil }
    return (0...key.count - part.count).last { key[$0...].starts(with: part) }
  }

  private static func ends(_ key: [UInt8], _ endings: [[UInt8]]) -> Bool {
    endings.contains { key.count > $0.count && key.suffix($0.count).elementsEqual($0) }
  }
}
