import Pipeline

/// What verify, doctor and gc say.
extension Wording {
  // MARK: verify

  static func skipped(_ reason: String) -> String {
    switch reason {
    case "otherVersion": "made by another version of the program, or to be done in the next run"
    case "changed": "the document changed since"
    case "unreadable": "the document cannot be read now"
    default: "what they read is in the store no more"
    }
  }

  static func of(_ fault: Verification.Fault) -> String {
    let key = fault.key.map { Figures.digest($0) } ?? "?"
    let place = fault.document.map { $0.printable + ": " } ?? ""
    let stage = fault.stage ?? "a stage"
    switch fault.kind {
    case .artifactDamaged:
      guard fault.document != nil else { return "a damaged artifact that no document of today rests on (\(key))" }
      let what = fault.output.map { "the output \($0) of \(stage)" } ?? "an output of \(stage)"
      return "\(place)\(what) is damaged (artifact \(key))"
    case .rowDamaged:
      let what = fault.stored.map { ": says \($0.printable), should say \((fault.found ?? "").printable)" }
      return "\(place)a damaged row of the table \(fault.table ?? "?")\(what ?? fault.found.map { ": \($0)" } ?? "")"
    case .tableUnreadable:
      return "the table \(fault.table ?? "?") cannot be read: \((fault.found ?? "").printable)"
    case .otherOutput:
      return
        "\(place)\(stage) gives another \(fault.output ?? "output") for an equal key"
        + " (key \(key): was \(Figures.digest(fault.stored ?? "")), now \(Figures.digest(fault.found ?? "")))"
    case .otherOutcome:
      let was = (fault.stored ?? "").printable
      return
        "\(place)\(stage) ends otherwise for an equal key (key \(key): was \(was), now \((fault.found ?? "").printable))"
    }
  }

  static func damagedStore(_ verification: Verification) -> String {
    """
    the store is damaged: \(Figures.count(verification.faultsOfTheStore, "fault"))
      Delete \(Places.short(verification.storePath)) and run again: all is made again, only the history of runs is lost.
      Then look at the disk: files do not change by themselves. gongbao doctor looks at the warehouse as well.
    """
  }

  static func impureStages(_ verification: Verification) -> String {
    """
    a stage gives other bytes for an equal key, \(Figures.count(verification.faultsOfTheStages, "time")): \
    this is a bug in gongbao
      Please report the lines above, with the documents if you can. To try the same again: --seed \(verification.seed).
      The warehouse holds the first result; make reingest DOC=part-of-a-uri stops where the second differs.
    """
  }
}

extension Wording {
  // MARK: gc

  static func use(_ use: Collected.Use) -> String {
    switch use {
    case .nobody: "nothing any more"
    case .earlier: "earlier inputs and programs"
    case .history: "versions in the history"
    case .current: "today's documents"
    case .lastGood: "failing documents (last good)"
    }
  }

  /// At the end of a run.
  static func collected(_ collected: Collected) -> String {
    "Store: freed \(Figures.count(collected.freed, "artifact")) of \(Figures.bytes(Int(collected.freedBytes))) to keep to "
      + "\"retention\"; it has \(Figures.bytes(Int(collected.bytesAfter)))."
  }

  static func notCollected(_ cause: String) -> String {
    """
    the run is done, but the store could not be held to "retention": \(cause.printable)
      gongbao gc tries again; gongbao doctor looks for the reason.
    """
  }

  static func aboveLimit(_ collected: Collected, _ limit: Int64) -> String {
    """
    This is still more than \(Figures.bytes(Int(limit))). What is left are the rows that every
    document has, and what nothing can make again.
    """
  }

  static func noRoom(_ collected: Collected, _ wanted: Int64) -> String {
    """
    \(Figures.bytes(Int(collected.bytesFree))) are free inside the file, for later runs. To give them back the
    file has to be copied once, which takes \(Figures.bytes(Int(wanted))) of disk; so much is not free.
    """
  }
}
