/// How much each line of a page speaks for being a document's own text.
struct LineWeights {
  private let page: PageLines
  private let verdicts: [FurnitureRules.Verdict]
  /// Weight of the lines before a line; what stands in an unlikely part counts an eighth.
  private let before: [Int32]

  init(_ page: PageLines, _ verdicts: [FurnitureRules.Verdict], isUnlikely: [Bool]) {
    self.page = page
    self.verdicts = verdicts
    var sum = 0
    var before: [Int32] = [0]
    before.reserveCapacity(page.lines.count + 1)
    for (index, line) in page.lines.enumerated() {
      let weight = Self.weight(line, verdicts[index])
      sum += isUnlikely[index] ? weight / 8 : weight
      before.append(Int32(clamping: sum))
    }
    self.before = before
  }

  static func weight(_ line: PageLine, _ verdict: FurnitureRules.Verdict) -> Int {
    guard !verdict.contains(.furniture), !line.isLink else { return 0 }
    let own = line.isOfData ? line.measure.units : line.measure.units - line.linkUnits
    if line.table != nil { return own * 2 }
    if line.measure.stops > 0, own >= 10 { return own * 4 }
    return own >= 40 ? own * 2 : own / 2
  }

  subscript(_ line: Int) -> Int { Self.weight(page.lines[line], verdicts[line]) }

  subscript(_ lines: Range<Int>) -> Int { Int(before[lines.upperBound] - before[lines.lowerBound]) }

  /// Weight of the lines that a condition holds for, where they stand aside.
  func sum(_ lines: Range<Int>, where holds: (Int) -> Bool) -> Int {
    lines.reduce(0) { holds($1) ? $0 + self[$1] : $0 }
  }
}
