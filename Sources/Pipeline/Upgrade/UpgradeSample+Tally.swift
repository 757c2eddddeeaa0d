// The documents' counts together, and what they say of all candidates.
extension UpgradeSample {
  /// Examples of one field, or of one kind.
  static let examplesKept = 3

  mutating func take(_ drawn: [SampledDocument]) {
    let sample = drawn.filter { !$0.isLeftOut }
    sampled = sample.count
    leftOut = drawn.count - sample.count
    var fields: [String: Int] = [:]
    var facts: [String: Int] = [:]
    var rules: [String: RuleCount] = [:]
    for document in sample {
      take(document)
      fields.merge(document.fields, uniquingKeysWith: +)
      for fact in document.facts { facts[fact, default: 0] += 1 }
      rules.merge(document.rules) { $0 + $1 }
    }
    observations.fields = Self.counts(fields)
    documents.facts = Self.counts(facts)
    observations.rules = rules.values.sorted { ($1.total, $0.rule) < ($0.total, $1.rule) }
    stages.sort { ($0.stage, $1.documents) < ($1.stage, $0.documents) }
    pickExamples(sample)
    extrapolate(sample)
  }

  private mutating func take(_ document: SampledDocument) {
    observations.before += document.before
    observations.after += document.after
    observations.added += document.kinds[.added, default: 0]
    observations.removed += document.kinds[.removed, default: 0]
    observations.changed += document.kinds[.changed, default: 0]
    observations.relabelled += document.kinds[.relabelled, default: 0]
    if document.isRestated { documents.restated += 1 }
    if document.isRestated || document.changed > 0 { documents.changed += 1 }
    sections += document.sections
    sentences += document.sentences
    findings += document.findings
    if let states = document.states {
      if let index = documents.states.firstIndex(where: { $0.old == states.old && $0.new == states.new }) {
        documents.states[index].documents += 1
      } else {
        documents.states.append(StateChange(old: states.old, new: states.new, documents: 1))
      }
    }
    for (stage, reason) in document.reasons {
      if let index = stages.firstIndex(where: { $0.stage == stage && $0.reason == reason }) {
        stages[index].documents += 1
      } else {
        stages.append(StageChange(stage: stage, reason: reason, documents: 1))
      }
    }
  }

  /// The first of each kind in the order of the draw, a document once for each.
  private mutating func pickExamples(_ sample: [SampledDocument]) {
    var kept: [String: [Example]] = [:]
    for document in sample {
      for (about, example) in document.examples where kept[about, default: []].count < Self.examplesKept {
        kept[about, default: []].append(example)
      }
    }
    let order = documents.facts.map { "fact " + $0.field } + ["added", "removed"] + observations.fields.map(\.field)
    examples = order.flatMap { kept[$0] ?? [] }
  }

  /// A ratio over documents drawn without putting back: their observations stand or fall together, so it is the
  /// documents that are counted for the margin.
  private mutating func extrapolate(_ sample: [SampledDocument]) {
    let size = Double(sample.count)
    guard size > 0 else { return }
    let scale = Double(candidates) / size
    documents.share = Double(documents.changed) / size
    documents.restatedShare = Double(documents.restated) / size
    documents.estimate = Int((Double(documents.changed) * scale).rounded())
    let changed = sample.reduce(0) { $0 + $1.changed }
    let all = sample.reduce(0) { $0 + $1.all }
    observations.estimate = Int((Double(changed) * scale).rounded())
    guard all > 0 else { return }
    let share = Double(changed) / Double(all)
    observations.share = share
    guard sample.count >= 10 else { return }
    let squares = sample.reduce(0.0) { sum, document in
      let rest = Double(document.changed) - share * Double(document.all)
      return sum + rest * rest
    }
    let left = max(0, 1 - size / Double(max(candidates, sample.count)))
    let error = (left * squares / (size * (size - 1))).squareRoot() / (Double(all) / size)
    observations.margin = 1.96 * error
  }

  private static func counts(_ fields: [String: Int]) -> [FieldCount] {
    fields.map { FieldCount(field: $0.key, count: $0.value) }.sorted { ($1.count, $0.field) < ($0.count, $1.field) }
  }
}

extension UpgradeSample.RuleCount {
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.added += right.added
    sum.removed += right.removed
    sum.changed += right.changed
    sum.relabelled += right.relabelled
    return sum
  }
}
