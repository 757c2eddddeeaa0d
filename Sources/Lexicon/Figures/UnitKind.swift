/// What a unit of `units.tsv` counts or measures, as the file spells it.
///
/// Public and frozen, so that the stages compare kinds in place: every figure is asked for its own many times.
@frozen
public enum UnitKind: String, Sendable, CaseIterable {
  case multiplier, money, measure, count, percent, point, ratio, time, duration
  /// A number of classes or grades ("10类"): it describes what is counted.
  case `class`
  /// 500强.
  case roster
}
