import Pipeline

// What `gongbao explain` says of a document and its stages.
extension Wording {
  static func state(_ state: DocumentState) -> String {
    switch state {
    case .current: "current"
    case .stale: "stale"
    case .quarantined: "quarantined"
    case .notAReport: "not a report"
    case .unfinished: "unfinished"
    }
  }

  /// `3 (2026-03-01 04:05:06)`.
  static func run(_ place: Explanation.RunPlace) -> String {
    "\(place.run)" + (place.started.map { " (\(Figures.time($0)))" } ?? "")
  }

  static func of(_ file: Explanation.File) -> String {
    switch file.standing {
    case .asRead: "as it was read"
    case .changed:
      "changed since it was read; the next run takes it" + (file.problem.map { " (\($0.printable))" } ?? "")
    case .unreadable: file.problem?.printable ?? "cannot be read"
    }
  }

  static func of(_ warehouse: Explanation.Warehoused, isDeleted: Bool) -> String {
    if let problem = warehouse.problem { return "cannot be asked: \(problem.printable)" }
    guard let state = warehouse.state else {
      return isDeleted ? "nothing of it" : "nothing of it; the next run loads it"
    }
    let name = DocumentState(rawValue: state).map(Wording.state) ?? state
    let rows =
      "\(Figures.count(warehouse.rows, "row")), \(Figures.count(warehouse.observations, "observation")), \(name)"
    return warehouse.isAsStored ? rows : rows + "; not what the store has: the next run mends it"
  }

  /// What became of a stage: in the last run that dealt with the document, and when its result was made.
  static func of(_ stage: Explanation.Stage) -> [String] {
    let cost = stage.seconds.map { ", took \(Figures.duration($0))" } ?? ""
    if let ran = stage.ranIn, ran == stage.lastRun {
      let outcome = stage.lastOutcome == .failed ? "failed in" : "ran in"
      return ["\(outcome) run \(ran)\(cost)", "why: " + (stage.why.map(Wording.of) ?? "not recorded")]
    }
    var lines: [String] = []
    if let run = stage.lastRun, let outcome = stage.lastOutcome {
      let reason = stage.lastReason.map { ": \(Wording.of($0))" } ?? ""
      switch outcome {
      case .failed: lines.append("still fails in run \(run)\(reason)")
      case .notReached: lines.append("not reached in run \(run)\(reason)")
      case .ran, .reused, .cutOff: lines.append("not run in run \(run)\(reason)")
      }
    }
    if let ran = stage.ranIn {
      let place = run(Explanation.RunPlace(run: ran, started: stage.ranAt))
      lines.append("result of run \(place)\(cost): " + (stage.why.map(Wording.of) ?? "not recorded"))
    }
    return lines
  }

  static func of(_ setting: Explanation.Setting, digest: (String) -> String) -> String {
    let name = setting.name.printable
    guard setting.hasChanged else { return "\(name) \(setting.value.map(digest)?.printable ?? "")" }
    switch (setting.before.map(digest), setting.value.map(digest)) {
    case (let before?, let value?): return "\(name) \(before.printable) → \(value.printable)"
    case (nil, let value?): return "\(name) now \(value.printable)"
    case (let before?, nil): return "\(name) was \(before.printable)"
    case (nil, nil): return name
    }
  }
}
