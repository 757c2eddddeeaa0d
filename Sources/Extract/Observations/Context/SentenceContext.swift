package import Documents

/// What a sentence does not say itself: whose report, of which years, in which part of it.
package struct SentenceContext: Hashable, Sendable {
  package typealias Mood = Report.Mood

  /// The report's own area.
  package var area: String?
  /// The year planned; of a bulletin the year reported.
  package var reportYear: Int?
  package var reviewYear: Int?
  package var mood: Mood?
  /// The years that the section looks back on or ahead to, where they are several.
  package var span: ClosedRange<Int>?
  /// The half of the year that the section is of, where its title says so.
  package var months: ClosedRange<Int>?
  /// Whether the text says that it speaks of one year.
  package var isOfOneYear = false
  /// The part of the area that the section's figures are of ("市本级").
  package var part: String?
  /// The account of the budget that the section is of ("一般公共预算").
  package var account: String?

  package init(
    area: String? = nil,
    reportYear: Int? = nil,
    reviewYear: Int? = nil,
    mood: Mood? = nil,
    span: ClosedRange<Int>? = nil,
    part: String? = nil
  ) {
    self.area = area
    self.reportYear = reportYear
    self.reviewYear = reviewYear
    self.mood = mood
    self.span = span
    self.part = part
  }

  /// The year that a figure without a time is of.
  package var year: Int? {
    switch mood {
    case .plan: reportYear
    case .review, nil: reviewYear ?? reportYear
    }
  }

  /// What it says of when: all that a period is read by.
  struct Years {
    var year: Int?
    var mood: Mood?
    var span: ClosedRange<Int>?
    var months: ClosedRange<Int>?
    var isOfOneYear: Bool
  }

  var years: Years { Years(year: year, mood: mood, span: span, months: months, isOfOneYear: isOfOneYear) }
}
