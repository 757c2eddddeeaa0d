import Documents

/// How far a report's observations agree with the gold.
struct Agreement: Equatable {
  /// Gold observations.
  var gold = 0
  /// Observations found in prose, those excused by a gold attribute left out.
  var found = 0
  /// Of the gold, how many were found with their value and unit.
  var hits = 0
  /// Of the hits, how many are right in measure, status, period, comparator, code, area and indicator too.
  var exact = 0
  /// What differs, a line each.
  var differences: [String] = []

  var f1: Double { gold + found == 0 ? 1 : 2 * Double(hits) / Double(gold + found) }
  var exactShare: Double { gold == 0 ? 1 : Double(exact) / Double(gold) }

  init(page: Page, report: Report, rows: [GoldRow]) {
    let text = CanonicalText(page.text.description)
    var free: [(row: GoldRow, range: Range<Int>)] = []
    var wanted: [(row: GoldRow, range: Range<Int>)] = []
    for row in rows {
      guard let range = row.range(in: text) else {
        differences.append("no such context: \(row.context)")
        if row.kind == .observation { gold += 1 }
        continue
      }
      if row.kind == .observation { wanted.append((row, range)) } else { free.append((row, range)) }
    }
    gold += wanted.count
    var spare = report.observations.filter { $0.origin == .prose }.map {
      (observation: $0, range: Self.range(of: $0, in: page))
    }
    for (row, range) in wanted {
      guard let index = spare.firstIndex(where: { $0.range.overlaps(range) }) else {
        differences.append("missed \(row.quote) … \(row.context)")
        continue
      }
      found += 1
      compare(spare.remove(at: index).observation, with: row)
    }
    for (observation, range) in spare {
      if let excuse = free.firstIndex(where: { $0.range.overlaps(range) }) {
        free.remove(at: excuse)
      } else {
        found += 1
        differences.append("extra \(page.text[observation.quote]) \(observation.indicator)")
      }
    }
  }

  /// The quote's place in the canonical text: the canonical length of all that stands before it.
  private static func range(of observation: Observation, in page: Page) -> Range<Int> {
    let start = CanonicalText(page.text[0..<observation.quote.lowerBound]).scalars.count
    return start..<start + CanonicalText(page.text[observation.quote]).scalars.count
  }

  private mutating func compare(_ observation: Observation, with row: GoldRow) {
    let value = "\(observation.value) \(observation.valueHigh ?? "") \(observation.unit ?? "")"
    let goldValue = "\(row.value ?? "") \(row.valueHigh ?? "") \(row.unit ?? "")"
    guard Double(observation.value) == row.value.flatMap({ Double($0) }),
      observation.valueHigh.flatMap({ Double($0) }) == row.valueHigh.flatMap({ Double($0) }),
      CanonicalText(observation.unit ?? "") == CanonicalText(row.unit ?? "")
    else {
      differences.append("value \(goldValue) read as \(value) … \(row.context)")
      return
    }
    hits += 1
    let pairs: [(String, String?, String?)] = [
      ("measure", row.measure, observation.measure.name), ("status", row.status, observation.status.name),
      ("period", row.period, observation.period?.description),
      ("comparator", row.comparator, observation.comparator.name),
      ("code", row.code, observation.code), ("area", row.area, observation.area),
    ]
    var wrong = pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1 ?? "null") read as \($0.2 ?? "null")" }
    if CanonicalText(row.indicator ?? "").characterF1(CanonicalText(observation.indicator)) < 0.8 {
      wrong.append("indicator \(row.indicator ?? "null") read as \(observation.indicator)")
    }
    if wrong.isEmpty {
      exact += 1
    } else {
      differences.append("\(row.quote): \(wrong.joined(separator: "; ")) … \(row.context)")
    }
  }
}
