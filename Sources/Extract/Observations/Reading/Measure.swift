import Documents

extension Observation.Measure {
  /// What a quantity is behind the verb of its clause. No initializer: these own what they are given, which here would be
  /// copies.
  static func of(_ quantity: Quantity, _ clause: Clause) -> Self {
    let changes = clause.verb == .rise || clause.verb == .fall && !(quantity.kind == .level && clause.isCutting)
    return switch quantity.kind {
    case .ratio: .ratio
    case .point: .change
    case .rank: .rank
    case .structure: .share
    case .zero: .level
    case .percent, .bare: clause.hasAverage ? .averageGrowth : changes ? .growth : .share
    case .level: changes ? .change : .level
    }
  }
}
