package import Documents
package import Lexicon

/// `validate` of `pipeline.json`.
package struct ValidateParameters: Sendable, Hashable {
  package enum Setting: Sendable, Hashable {
    case off
    case severity(Finding.Severity)

    /// `off`, `info`, `warning`, `error`: as `pipeline.json` spells it.
    package init?(name: String) {
      if name == "off" {
        self = .off
      } else if let severity = Finding.Severity.allCases.first(where: { $0.name == name }) {
        self = .severity(severity)
      } else {
        return nil
      }
    }
  }

  /// By rule name (``Validator/ruleNames``); a rule that is not named keeps its own severity.
  package var rules: [String: Setting] = [:]

  /// What the user lays over the bounds that the rules hold figures against; without faults.
  package var overlays: [LexiconOverlay] = []

  package init(rules: [String: Setting] = [:]) {
    self.rules = rules
  }
}
