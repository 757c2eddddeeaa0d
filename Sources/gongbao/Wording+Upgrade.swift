import Pipeline

// What an upgrade would change, in sentences.
extension Wording {
  static func sampled(_ sample: UpgradeSample) -> String {
    let tried = Figures.count(sample.sampled, "document")
    return
      "stages changed: in a sample of \(tried) \(Figures.percent(sample.observations.share)) of the observations change"
  }

  static func held(_ sample: UpgradeSample) -> String {
    let limit = Figures.percent(sample.maximumChangedShare)
    let observations = sample.observations
    let share =
      observations.share >= sample.documents.restatedShare
      ? "\(Figures.percent(observations.share)) of the observations"
      : "region, type, year, title or state of \(Figures.percent(sample.documents.restatedShare)) of the documents"
    var lines = [
      "the stages changed, and would change \(share): more than the \(limit) of upgrade.maximumChangedShare;"
        + " nothing was written"
    ]
    lines += sample.stages.prefix(3).map { "\($0.stage.rawValue): \(of($0.reason))" }
    lines.append("Tried on \(tried(sample)): \(counts(observations)).")
    if !observations.fields.isEmpty {
      let fields = observations.fields.prefix(5).map { "\($0.field) \(Figures.count($0.count))" }
      lines.append("By field: \(fields.joined(separator: ", ")).")
    }
    lines += [
      "New and changed documents wait too: nothing is loaded in this run.",
      "To look: gongbao plan --sample \(sample.drawn). To go on: gongbao run --accept.",
    ]
    return lines.joined(separator: "\n  ")
  }

  static func tried(_ sample: UpgradeSample) -> String {
    sample.sampled == sample.candidates
      ? "all \(Figures.count(sample.candidates, "document")) that they would do again"
      : "\(Figures.count(sample.sampled)) of \(Figures.count(sample.candidates, "document")) that they would do again"
  }

  static func counts(_ observations: UpgradeSample.Observations) -> String {
    let counts = [
      ("added", observations.added), ("removed", observations.removed), ("changed", observations.changed),
    ]
    let all = Figures.count(observations.before, "observation")
    let parts = counts.filter { $0.1 > 0 }.map { "\(Figures.count($0.1)) \($0.0)" }
    return "of \(all) " + (parts.isEmpty ? "none changes" : parts.joined(separator: ", "))
  }
}

extension Wording {
  /// Above the tables of a sample.
  static func sample(_ sample: UpgradeSample) -> String {
    let leftOut = sample.leftOut == 0 ? "" : "; \(Figures.count(sample.leftOut)) drawn ones changed themselves"
    return
      "Changed stages tried on \(tried(sample)) (seed \(sample.seed)\(leftOut)), in \(Figures.duration(sample.seconds))"
  }

  static func nothingSampled(_ sample: UpgradeSample) -> String {
    if sample.leftOut > 0 {
      return "Nothing to compare: the \(Figures.count(sample.leftOut, "document")) drawn changed themselves."
    }
    return "No stage changed for a document that is in the warehouse: there is nothing to compare."
  }

  static let onlyLoaded = "compared with the warehouse, no stage known to have changed"

  static func outcome(_ sample: UpgradeSample) -> [String] {
    let (observations, documents) = (sample.observations, sample.documents)
    let isAll = sample.sampled == sample.candidates
    let margin = observations.margin.flatMap { isAll ? nil : between(observations.share, $0) } ?? ""
    var first = "\(Figures.percent(observations.share))\(margin) of the observations change: \(counts(observations))"
    if !isAll { first += ", about \(Figures.count(observations.estimate)) in all" }
    if observations.relabelled > 0 { first += "; \(Figures.count(observations.relabelled)) only found otherwise" }
    var second =
      "\(Figures.percent(documents.share)) of the documents change: \(Figures.count(documents.changed)) of "
      + Figures.count(sample.sampled)
    if !isAll { second += ", about \(Figures.count(documents.estimate)) in all" }
    let rows = [("sections", sample.sections), ("sentences", sample.sentences), ("findings", sample.findings)]
      .filter { $0.1.added + $0.1.removed > 0 }
      .map { "\($0.0) +\(Figures.count($0.1.added)) -\(Figures.count($0.1.removed))" }
    return [first + ".", second + "."] + (rows.isEmpty ? [] : ["Further rows: \(rows.joined(separator: ", "))."])
  }

  private static func between(_ share: Double, _ margin: Double) -> String {
    " (\(Figures.percent(max(0, share - margin))) to \(Figures.percent(min(1, share + margin))))"
  }

  static func overLimit(_ sample: UpgradeSample) -> String {
    "That is more than the \(Figures.percent(sample.maximumChangedShare)) of upgrade.maximumChangedShare:"
      + " a run stops before it writes (exit code 74), until gongbao run --accept."
  }
}
