import Documents

extension Observation.Measure {
  /// What a quantity is behind the verb of its clause.
  init(of quantity: Quantity, _ clause: Clause) {
    let changes = clause.verb == .rise || clause.verb == .fall && !(quantity.kind == .level && clause.isCutting)
    switch quantity.kind {
    case .ratio: self = .ratio
    case .point: self = .change
    case .rank: self = .rank
    case .structure: self = .share
    case .zero: self = .level
    case .percent, .bare: self = clause.hasAverage ? .averageGrowth : changes ? .growth : .share
    case .level: self = changes ? .change : .level
    }
  }
}
