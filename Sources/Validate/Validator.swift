package import Documents

/// The rules over one document, and over the headlines of a region's documents.
package struct Validator: Sendable {
  private let parameters: ValidateParameters
  private let lexicon: ValidationLexicon

  package init(parameters: ValidateParameters = .init()) {
    self.parameters = parameters
    // Overlays with a fault never come here: the configuration has tried them.
    lexicon = (try? ValidationLexicon(overlaidBy: parameters.overlays)) ?? .builtIn
  }

  static let documentRules: [Rule<DocumentContext>] = FactRules.all + TextRules.all + FigureRules.all + SumRules.all
  static let groupRules: [Rule<GroupContext>] = CollectionRules.all + SeriesRules.all

  /// The names that ``ValidateParameters/rules`` may use, in the order of the findings.
  package static let ruleNames: [String] = documentRules.map(\.name) + groupRules.map(\.name)

  /// - Returns: findings in the order of the rules, inside a rule in document order.
  package func validate(page: Page, report: Report) -> Findings {
    findings(Self.documentRules, DocumentContext(page: page, report: report, lexicon: lexicon))
  }

  /// - Parameters:
  ///   - region: the group's key, as the findings name it.
  ///   - documents: in any order; the result does not depend on it.
  package func validate(group region: String, documents: [(uri: String, headlines: Headlines)]) -> Findings {
    findings(Self.groupRules, GroupContext(region: region, documents: documents, lexicon: lexicon))
  }

  private func findings<Input>(_ rules: [Rule<Input>], _ input: Input) -> Findings {
    var findings: [Finding] = []
    for rule in rules {
      let severity: Finding.Severity
      switch parameters.rules[rule.name] {
      case .off: continue
      case .severity(let wanted): severity = wanted
      case nil: severity = rule.severity
      }
      for remark in rule.check(input) {
        findings.append(
          Finding(
            rule: rule.name,
            severity: severity,
            message: remark.message,
            observation: remark.observation,
            document: remark.document
          )
        )
      }
    }
    return Findings(findings)
  }
}
