import Pipeline

// What `gongbao diff` says of one change.
extension Wording {
  static func change(_ change: StageDifference.FieldChange) -> String {
    let field = change.field.printable
    switch (change.old, change.new) {
    case (let old?, let new?): return "\(field): \(old.printable) → \(new.printable)"
    case (nil, let new?): return "\(field): now \(new.printable)"
    case (let old?, nil): return "\(field): was \(old.printable)"
    case (nil, nil): return field
    }
  }

  /// An observation in one line: `地区生产总值 [gdp] growth ~6 %, 2024 target, 盘锦市 ("6%左右")`.
  static func observation(_ one: TextReader.Reading) -> String {
    var text = one.indicator
    if let code = one.code { text += " [\(code)]" }
    if let action = one.action { text += " (\(action))" }
    text += " \(one.measure)"
    if let scope = one.rankScope { text += " in \(scope)" }
    let value = one.valueHigh.map { "\(one.value)–\($0)" } ?? one.value
    text += " \(one.comparator == "=" ? "" : one.comparator)\(value)"
    if let unit = one.unit { text += " \(unit)" }
    text += ", " + [one.period, one.status].compactMap { $0 }.joined(separator: " ")
    if let area = one.area { text += ", \(area)" }
    return "\(text) (\"\(one.quote)\")".printable
  }
}
