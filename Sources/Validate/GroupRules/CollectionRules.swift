import Documents

/// Which documents of a region there are.
enum CollectionRules {
  static let all = [duplicates, missingYears]

  static let duplicates = Rule<GroupContext>(name: "duplicate-report", severity: .warning) { context in
    var first: [Key: String] = [:]
    return context.documents.compactMap { document in
      guard let year = document.facts.reportYear, document.facts.reportType != .other else { return nil }
      let key = Key(type: document.facts.reportType, year: year)
      guard let earlier = first[key] else {
        first[key] = document.uri
        return nil
      }
      return Remark(
        "a second \(words(key.type)) of \(context.region) for \(year), beside \(earlier); title: "
          + Figures.quoted(document.facts.title ?? ""),
        document: document.uri
      )
    }
  }

  static let missingYears = Rule<GroupContext>(name: "missing-year", severity: .info) { context in
    DocumentFacts.ReportType.allCases.compactMap { type in
      let documents = context.documents.filter { $0.facts.reportType == type }
      let years = Set(documents.compactMap(\.facts.reportYear))
      guard type != .other, years.count > 1, let low = years.min(), let high = years.max(), high - low < 60
      else { return nil }
      let missing = (low...high).filter { !years.contains($0) }
      guard !missing.isEmpty else { return nil }
      let after = documents.first { ($0.facts.reportYear ?? 0) > missing[0] }
      return Remark(
        "no \(words(type)) of \(context.region) for \(missing.map(String.init).joined(separator: ", ")), though there "
          + "are those for \(low) and \(high)",
        document: after?.uri
      )
    }
  }

  private struct Key: Hashable {
    var type: DocumentFacts.ReportType
    var year: Int
  }

  private static func words(_ type: DocumentFacts.ReportType) -> String {
    type.name.split(separator: "_").joined(separator: " ")
  }
}
