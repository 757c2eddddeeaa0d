import Incremental
import Load

/// What the sample says of one document: counts, and one example of each kind.
struct SampledDocument: Sendable {
  var uri: String
  var isLeftOut = false
  /// Why its stages would run, where that is not its own doing.
  var reasons: [(stage: StageName, reason: Reason)] = []
  var states: (old: DocumentState, new: DocumentState)?
  var before = 0
  var after = 0
  var kinds: [UpgradeSample.Kind: Int] = [:]
  var fields: [String: Int] = [:]
  var rules: [String: UpgradeSample.RuleCount] = [:]
  var facts: [String] = []
  var isRestated = false
  var sections = UpgradeSample.Rows()
  var sentences = UpgradeSample.Rows()
  var findings = UpgradeSample.Rows()
  /// By field, or by kind where observations come and go.
  var examples: [(about: String, example: UpgradeSample.Example)] = []

  init(uri: String) {
    self.uri = uri
  }

  /// Observations that state something else, come or go.
  var changed: Int { kinds.reduce(0) { $1.key == .relabelled ? $0 : $0 + $1.value } }

  /// All observations that were there or would be.
  var all: Int { before + kinds[.added, default: 0] }

  mutating func take(_ difference: DocumentDifference) {
    let state = (old: DocumentState(difference.state.old), new: DocumentState(difference.state.new))
    if state.old != state.new {
      states = state
      isRestated = true
    }
    before = difference.observationsBefore
    after = difference.observationsAfter
    for change in difference.observations { take(change) }
    for fact in difference.facts {
      facts.append(fact.field)
      isRestated = isRestated || fact.isStatement
      var example = UpgradeSample.Example(document: uri)
      (example.field, example.old, example.new) = (fact.field, fact.old, fact.new)
      note(example, of: "fact " + fact.field)
    }
    sections = UpgradeSample.Rows(difference.sections)
    sentences = UpgradeSample.Rows(difference.sentences)
    findings = UpgradeSample.Rows(difference.findings)
  }

  private mutating func take(_ change: DocumentDifference.ObservationChange) {
    let kind = UpgradeSample.Kind(change.kind)
    kinds[kind, default: 0] += 1
    var rule = rules[change.rule] ?? UpgradeSample.RuleCount(rule: change.rule)
    switch kind {
    case .added: rule.added += 1
    case .removed: rule.removed += 1
    case .changed: rule.changed += 1
    case .relabelled: rule.relabelled += 1
    }
    rules[change.rule] = rule
    var example = UpgradeSample.Example(document: uri)
    example.kind = kind
    example.observation = change.id
    example.quote = change.quote
    example.indicator = change.indicator
    example.rule = change.rule
    guard !change.changes.isEmpty else {
      (example.value, example.unit) = (change.value, change.unit)
      note(example, of: kind.rawValue)
      return
    }
    for field in change.changes {
      fields[field.field, default: 0] += 1
      (example.field, example.old, example.new) = (field.field, field.old, field.new)
      note(example, of: field.field)
    }
  }

  private mutating func note(_ example: UpgradeSample.Example, of about: String) {
    guard !examples.contains(where: { $0.about == about }) else { return }
    examples.append((about, example))
  }
}

extension UpgradeSample.Kind {
  init(_ kind: DocumentDifference.ObservationChange.Kind) {
    switch kind {
    case .added: self = .added
    case .removed: self = .removed
    case .changed: self = .changed
    case .relabelled: self = .relabelled
    }
  }
}

extension UpgradeSample.Rows {
  init(_ count: DocumentDifference.Count) {
    self.init(added: count.added, removed: count.removed)
  }

  static func += (left: inout Self, right: Self) {
    left.added += right.added
    left.removed += right.removed
  }
}

extension DocumentState {
  init(_ state: Load.DocumentState) {
    switch state {
    case .current: self = .current
    case .stale: self = .stale
    case .quarantined: self = .quarantined
    case .notAReport: self = .notAReport
    }
  }
}
