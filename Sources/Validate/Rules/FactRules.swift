import Documents

/// What a document says of itself.
enum FactRules {
  static let all = [noObservations, noYear, noRegion, regionFromHint, regionDiffers, yearAgainstDate]

  static let noObservations = Rule<DocumentContext>(name: "no-observations", severity: .warning) { context in
    guard context.report.observations.isEmpty, !context.page.text.isEmpty else { return [] }
    let count = context.report.sentences.count
    return [Remark("no figure was found in a text of \(count) \(count == 1 ? "sentence" : "sentences")")]
  }

  static let noYear = Rule<DocumentContext>(name: "no-year", severity: .warning) { context in
    guard context.facts.reportYear == nil else { return [] }
    return [Remark("the year is not known; title: \(title(of: context))")]
  }

  static let noRegion = Rule<DocumentContext>(name: "no-region", severity: .warning) { context in
    guard context.facts.region == nil else { return [] }
    return [Remark("the region is not known; title: \(title(of: context))")]
  }

  static let regionFromHint = Rule<DocumentContext>(name: "region-from-hint", severity: .info) { context in
    guard context.facts.regionIsHint, let region = context.facts.region else { return [] }
    return [Remark("the region \(region.name) rests on the source's hints; the text does not name it")]
  }

  static let regionDiffers = Rule<DocumentContext>(name: "region-differs", severity: .warning) { context in
    guard let region = context.facts.region, let title = context.page.metadata.title?.value else { return [] }
    let own = [region.name, region.province, region.prefecture].compactMap { $0 }
    guard !own.contains(where: { title.contains(stem(of: $0)) }) else { return [] }
    let named = context.lexicon.siblings.large(in: title)
    guard let other = named.first, !named.contains(where: { name in own.contains { stem(of: $0) == stem(of: name) } })
    else { return [] }
    return [
      Remark("the document is filed under \(region.name), its page's title names \(other): \(Figures.quoted(title))")
    ]
  }

  static let yearAgainstDate = Rule<DocumentContext>(name: "year-against-date", severity: .warning) { context in
    guard let year = context.facts.reportYear else { return [] }
    let isBulletin = context.facts.reportType == .statisticalBulletin
    // A final account is of the year that is over.
    let isFinal = context.facts.reportType == .budgetReport && context.facts.reviewYear == year
    if let date = context.facts.deliveredOn, !isBulletin,
      !(isFinal ? year...year + 1 : year - 1...year).contains(date.year)
    {
      return [Remark("a report for \(year) that was delivered on \(date); title: \(title(of: context))")]
    }
    if let date = context.facts.publishedOn {
      let earliest = isBulletin ? year : year - 1
      if date.year < earliest {
        return [Remark("a report for \(year) that was published on \(date); title: \(title(of: context))")]
      }
    }
    return []
  }

  private static func title(of context: DocumentContext) -> String {
    Figures.quoted(context.facts.title ?? context.page.metadata.title?.value ?? "")
  }

  /// The name without what it ends in, so that 甲 and 甲市 are one.
  private static func stem(of name: String) -> String {
    guard name.unicodeScalars.count > 2, let last = name.last, "省市县区州盟旗".contains(last) else { return name }
    return String(name.dropLast())
  }
}
