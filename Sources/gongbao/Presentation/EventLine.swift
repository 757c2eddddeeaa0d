import Pipeline

/// A line of `gongbao run --json`: what happened, under its name.
struct EventLine<Value: Encodable>: Encodable {
  let event: String
  let value: Value

  enum CodingKeys: String, CodingKey {
    case event
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(event, forKey: .event)
    try value.encode(to: encoder)
  }
}

extension EventLine where Value == RunSummary {
  static func write(_ summary: RunSummary) { print("summary", summary) }

  static func write(_ event: RunEvent) {
    switch event {
    case .waiting(let holder): print("waiting", holder)
    case .sampled(let sample): print("sampled", sample)
    case .listed(let source, let documents): print("listed", Listed(source: source, documents: documents))
    case .started(let run, let documents, let pending, let deleting):
      print("started", Started(run: run, documents: documents, pending: pending, deleting: deleting))
    case .document(let document): print("document", document)
    case .region(let region): print("region", region)
    case .progress: break
    }
  }

  private static func print(_ name: String, _ value: some Encodable) {
    guard let line = try? JSONText.line(EventLine<_>(event: name, value: value)) else { return }
    Terminal.output.writeLine(line)
  }

  private struct Listed: Encodable {
    var source: String
    var documents: Int
  }

  private struct Started: Encodable {
    var run: Int
    var documents: Int
    var pending: Int
    var deleting: Int
  }
}
