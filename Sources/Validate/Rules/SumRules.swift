import Documents

/// Figures that must add up.
enum SumRules {
  static let all = [partsAgainstTotal, partAboveTotal, structure]

  static let partsAgainstTotal = Rule<DocumentContext>(name: "parts-differ-from-total", severity: .warning) { context in
    context.lexicon.parts.relations.filter { $0.kind == .sum }.flatMap { relation in
      totals(relation.total, in: context).compactMap { total in
        let parts = relation.parts.map { nearest($0, to: total, in: context) }
        guard !parts.contains(where: { $0 == nil }) else { return nil }
        let found = parts.compactMap { $0 }
        let sum = found.reduce(0) { $0 + $1.value }
        let rounding = (found + [total]).reduce(0) { $0 + $1.step / 2 }
        guard abs(sum - total.value) > rounding + relation.tolerance * abs(total.value) else { return nil }
        return Remark(
          "\(found.map { "\($0.observation.indicator) \($0.text)" }.joined(separator: " + ")) is "
            + "\(total.inOwnUnit(sum)), not \(total.observation.indicator) \(total.text): "
            + Figures.quoted(total.sentence, around: total.quote),
          observation: total.index
        )
      }
    }
  }

  static let partAboveTotal = Rule<DocumentContext>(name: "part-above-total", severity: .warning) { context in
    context.lexicon.parts.relations.filter { $0.kind == .bound }.flatMap { relation in
      totals(relation.total, in: context).flatMap { total in
        relation.parts.compactMap { name -> Remark? in
          guard let part = nearest(name, to: total, in: context), part.value > total.value + total.step else {
            return nil
          }
          return Remark(
            "\(part.observation.indicator) \(part.text) is more than \(total.observation.indicator) \(total.text): "
              + Figures.quoted(part.sentence, around: part.quote),
            observation: part.index
          )
        }
      }
    }
  }

  /// Shares with colons between them ("9.4:35.2:55.4") are all of something.
  static let structure = Rule<DocumentContext>(name: "structure-not-100", severity: .warning) { context in
    var remarks: [Remark] = []
    var run: [Stated] = []
    func close() {
      defer { run = [] }
      guard run.count > 2, let first = run.first else { return }
      let sum = run.reduce(0) { $0 + $1.value }
      let rounding = run.reduce(0) { $0 + $1.step / 2 }
      guard abs(sum - 100) > rounding + 1e-9 else { return }
      remarks.append(
        Remark(
          "the shares \(run.map(\.observation.value).joined(separator: ":")) make \(Figures.text(sum, digits: 2)) %, "
            + "not 100 %: \(Figures.quoted(first.sentence, around: first.quote))",
          observation: first.index
        )
      )
    }
    for figure in context.figures {
      guard figure.observation.measure == .share, figure.observation.origin == .prose else {
        close()
        continue
      }
      if let last = run.last, !isColon(between: last.observation, and: figure.observation, in: context.page) { close() }
      run.append(figure)
    }
    close()
    return remarks
  }

  private static func isColon(between left: Observation, and right: Observation, in page: Page) -> Bool {
    guard left.quote.upperBound < right.quote.lowerBound, right.quote.lowerBound <= page.text.count else {
      return false
    }
    let between = page.text.bytes[left.quote.upperBound..<right.quote.lowerBound]
    return [[0x3A], [0xEF, 0xBC, 0x9A], [0xE2, 0x88, 0xB6]].contains(Array(between))
  }

  /// 迈上2200亿元台阶 is less than the parts make.
  private static func totals(_ name: PartsOfTotal.Part, in context: DocumentContext) -> [Stated] {
    candidates(name, in: context).filter { !$0.wording.isHeight }
  }

  /// The part that stands nearest to the total, of the same period, status and origin.
  private static func nearest(_ name: PartsOfTotal.Part, to total: Stated, in context: DocumentContext) -> Stated? {
    let place = total.observation.quote.lowerBound
    return candidates(name, in: context)
      .filter {
        $0.observation.period == total.observation.period && $0.observation.status == total.observation.status
          && $0.observation.baseUnit == total.observation.baseUnit && $0.observation.origin == total.observation.origin
      }
      .min { abs($0.observation.quote.lowerBound - place) < abs($1.observation.quote.lowerBound - place) }
  }

  private static func candidates(_ name: PartsOfTotal.Part, in context: DocumentContext) -> [Stated] {
    switch name {
    case .code(let code):
      return context.headlines.filter { isWhole($0) && $0.observation.code == code }
    case .indicator(let indicator):
      return context.figures.filter {
        isWhole($0) && $0.observation.indicator == indicator
          && ($0.observation.area == nil || $0.observation.area == context.facts.region?.name)
      }
    }
  }

  private static func isWhole(_ figure: Stated) -> Bool {
    figure.observation.measure == .level && figure.isExact && figure.observation.baseValue != nil
      && figure.observation.origin == .prose && figure.observation.period != nil
  }
}
