/// A source's row and the row of its plan's fingerprint; `nil` where the store has none yet.
struct SourceMark {
  var source: Int64?
  var plan: Int64?

  /// Whether the row under the cursor was made from this source, with its present stages and settings.
  func isPlan(of cursor: ItemCursor) -> Bool { cursor.plan != nil && cursor.plan == plan && cursor.source == source }
}

extension StoreReader {
  /// By index of the source.
  func marks(of engine: Engine) throws(EngineError) -> [SourceMark] {
    let names = try sources()
    let rows = Dictionary(names.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    var marks: [SourceMark] = []
    for (source, plan) in zip(engine.sources, engine.plans()) {
      marks.append(SourceMark(source: rows[source.name], plan: try digestNumber(plan)))
    }
    return marks
  }
}
