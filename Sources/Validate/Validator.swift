package import Documents

/// The rules over one document, and over the headlines of a region's documents.
package struct Validator: Sendable {
  private let parameters: ValidateParameters

  package init(parameters: ValidateParameters = .init()) {
    self.parameters = parameters
  }

  /// The names that ``ValidateParameters/rules`` may use.
  package static let ruleNames: [String] = []

  /// - Returns: findings in the order of the rules, inside a rule in document order.
  package func validate(page: Page, report: Report) -> Findings {
    Findings()
  }

  /// - Parameters:
  ///   - region: the group's key, as the findings name it.
  ///   - documents: in any order; the result does not depend on it.
  package func validate(group region: String, documents: [(uri: String, headlines: Headlines)]) -> Findings {
    Findings()
  }
}
