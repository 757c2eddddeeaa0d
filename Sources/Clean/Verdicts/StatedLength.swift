/// The length that a page states of itself: "共计13074个字", "全文共5000字".
enum StatedLength {
  private static let leads = ["共计", "全文共", "共", "字数:", "字数"].map { Array($0.utf8) }
  private static let units = ["个字", "字"].map { Array($0.utf8) }

  static func find(_ lines: some Sequence<[UInt8]>) -> Int? {
    for line in lines {
      let key = LineKey(line).bytes
      var index = 0
      while index < key.count {
        defer { index += LineBuilder.length(key[index]) }
        guard let lead = leads.first(where: { key[index...].starts(with: $0) }) else { continue }
        var at = index + lead.count
        var value = 0
        let start = at
        while at < key.count, key[at] >= 0x30, key[at] <= 0x39, at - start < 8 {
          value = value * 10 + Int(key[at] - 0x30)
          at += 1
        }
        guard at > start, value >= 50 else { continue }
        let labelled = lead.last == UInt8(ascii: ":")
        if labelled || units.contains(where: { key[at...].starts(with: $0) }) { return value }
      }
    }
    return nil
  }
}
