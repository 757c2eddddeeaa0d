import Pipeline

/// Every sentence of the command that is not help: what, where, what was found, and the way out.
enum Wording {
  // MARK: Errors

  static func of(_ error: PipelineError) -> String {
    if error.cause.hasPrefix(error.place + ": ") {
      // The layer below has said it all, the place and the way out included.
      return (error.code == .bug ? "this may be a bug in gongbao: " : "") + error.cause.printable
    }
    let place = error.place.printable
    let cause = error.cause.isEmpty ? "" : ": \(error.cause.printable)"
    switch error.code {
    case .lockHeld:
      guard let holder = error.holder else {
        return "another run holds \(place)\n  Wait for it to end, or start this one with --wait."
      }
      return """
        another run is going on: \(describe(holder))
          Wait for it to end, or start this one with --wait.
        """
    case .storeNewer:
      return """
        the store \(place) was written by a newer version of gongbao\(cause)
          Update the program, or set another "store" in pipeline.json.
        """
    case .warehouseNewer:
      return """
        the warehouse \(place) was written by a newer version of gongbao\(cause)
          Update the program, or set another "warehouse" in pipeline.json.
        """
    case .storeDamaged:
      return """
        the store \(place) is damaged\(cause)
          Delete the file: the next run makes it again. Only the history of runs is lost.
        """
    case .warehouseDamaged:
      return """
        the warehouse \(place) is damaged\(cause)
          Delete the file: the next run makes it again.
        """
    case .noStore:
      return """
        \(place) is no store of gongbao\(cause)
          Set another "store" in pipeline.json; nothing was changed. Should it be a store that was damaged, delete it.
        """
    case .noWarehouse:
      return """
        \(place) is no warehouse of gongbao\(cause)
          Set another "warehouse" in pipeline.json, or move the file away.
        """
    case .cannotWrite:
      return """
        cannot write \(place)\(cause)
          Check the rights of its folder, or set another path in pipeline.json.
        """
    case .outputFolder:
      return """
        cannot write \(Places.short(error.place))\(cause)
          Make way or room for it, or choose another folder with --to. What is written stays; done again, it goes on.
        """
    case .inputOutput:
      return """
        \(place)\(cause)
          What was done before is kept. Make room or mend the disk, then run again.
        """
    case .conflictingSources:
      return """
        \(place)\(cause)
          Let their globs in pipeline.json not overlap, or give both the same hints.
        """
    case .noSuchDocument:
      return """
        no document's URI contains "\(place)"
          To list them: echo 'SELECT document_uri, title FROM documents' | gongbao query
        """
    case .ambiguousDocument:
      let list = error.candidates.prefix(10).map { "  \($0.printable)" }.joined(separator: "\n")
      let more = error.candidates.count > 10 ? "\n  and \(Figures.count(error.candidates.count - 10)) more" : ""
      return "\"\(place)\" could be any of these; write more of the URI:\n\(list)\(more)"
    case .noSuchObservation:
      return """
        no observation has the id "\(place)"\(cause)
          gongbao show DOC --stage load lists a document's, as does the column observation_id of the warehouse.
        """
    case .ambiguousObservation:
      let list = error.candidates.prefix(10).map { "  \($0.printable)" }.joined(separator: "\n")
      let more = error.candidates.count > 10 ? "\n  and more" : ""
      return "\"\(place)\" begins more than one id; write more of it:\n\(list)\(more)"
    case .nothingStored:
      let what = error.cause.isEmpty ? "nothing is known yet" : error.cause.printable
      return "\(what) (\(place))\n  Start gongbao run first."
    case .documentGone, .stageHasNothing:
      return "\(place)\(cause)\n  gongbao explain '\(place)' tells what is known of it."
    case .upgradeHeld:
      return error.sample.map(held) ?? "\(place)\(cause)"
    case .noSuchRun:
      return
        "there is no run \(place)\(cause)\n  gongbao runs lists them; gongbao explain DOC those that dealt with a document."
    case .historyEnds:
      return
        "\(place)\(cause)\n  gongbao explain '\(place)' lists the runs that dealt with it, as far back as they are kept."
    case .lostOutput:
      return """
        \(place): the store has lost the \(error.cause.printable)
          Make it again: make reingest DOC='\(place)', or gongbao run --doc '\(place)' --force-from clean.
        """
    case .cancelled:
      return "stopped\(cause)\n  What was done is kept; the next run goes on from there."
    case .bug:
      return """
        this is a bug in gongbao: \(place)\(cause)
          Nothing is lost. Please report this message, with the document if you can.
        """
    }
  }

  static func of(_ error: ConfigurationError) -> String { error.description }

  static func describe(_ holder: LockHolder) -> String {
    let since = holder.since.map { ", since \(Figures.time($0))" } ?? ""
    return "process \(holder.process)\(since) (lock \(Places.short(holder.file)))"
  }

  static func of(_ error: QueryError) -> String {
    switch error.code {
    case .noWarehouse:
      "there is no warehouse at \(error.path.printable)\n  Start gongbao run first."
    case .statement:
      "\(error.path.printable): \(error.cause)"
    }
  }

  static func cannotRead(_ file: String, _ reason: String) -> String { "\(file.printable): cannot be read: \(reason)" }

  static func cannotWrite(_ file: String, _ reason: String) -> String {
    "\(file.printable): cannot be written: \(reason)\n  Check the rights of its folder."
  }

  static func unreadable(_ failure: TextReader.Failure) -> String {
    "standard input: \(failure.cause)\n  Give a sentence, a text or a page as UTF-8, GB18030 or another charset of the web."
  }

  // MARK: Runs

  static func waiting(_ holder: LockHolder) -> String { "waiting for another run: \(describe(holder))" }

  static func listed(_ source: String, _ documents: Int) -> String {
    "\(source.printable): \(Figures.count(documents, "document"))"
  }

  static func started(run: Int, pending: Int, of documents: Int, deleting: Int) -> String {
    let all = Figures.count(documents, "document")
    let leaving = deleting == 0 ? "" : ", \(Figures.count(deleting)) to delete"
    return pending == 0 && deleting == 0
      ? "run \(run): nothing to do for \(all)" : "run \(run): \(Figures.count(pending)) of \(all) to do\(leaving)"
  }

  static func progress(_ done: Int, of all: Int, elapsed: Double) -> String {
    "\(Figures.count(done)) of \(Figures.count(all)) done after \(Figures.duration(elapsed))"
  }

  static func problem(_ problem: DocumentProblem) -> String {
    let what = problem.isTransient ? "the next run tries again" : "tried again when the document or the stage changes"
    return
      "\(problem.uri.printable): \(problem.stage.rawValue): \(problem.reason.printable)\n  \(kept(problem)); \(what)."
  }

  private static func kept(_ problem: DocumentProblem) -> String {
    problem.state == .stale ? "Its rows of the last good run stay" : "It has no rows in the warehouse"
  }

  static func stopped(_ stopped: RunSummary.Stopped) -> String {
    let cause = stopped.cause == .deadline ? "stopped at the deadline" : "stopped"
    let left = stopped.left > 0 ? "\(Figures.count(stopped.left, "document")) left to do" : "regions left to check"
    return "\(cause), with \(left)\n  What was done is kept. The next gongbao run goes on from there."
  }

  static func missing(_ missing: MissingSource) -> String {
    """
    source "\(missing.source.printable)": \(missing.pattern.printable) matches no file
      Globs are relative to the folder of pipeline.json. Correct it there, or take it out.
    """
  }

  static func withheld(_ withheld: WithheldDeletions) -> String {
    """
    source "\(withheld.source.printable)": \(Figures.count(withheld.vanished)) of \
    \(Figures.count(withheld.of, "document")) vanished; nothing of it was deleted
      If that is meant: gongbao run --allow-deletions. If not: see what became of the files.
    """
  }

  static func note(_ note: SourceNote) -> String {
    "source \"\(note.source.printable)\": \(note.place.printable) \(note.note.printable)"
  }

  static func duplicate(_ duplicate: DuplicateDocument) -> String {
    "\(duplicate.uri.printable): listed by \"\(duplicate.first.printable)\" and \"\(duplicate.second.printable)\"; the first has it"
  }

  static func withoutRegion(_ documents: Int) -> String {
    "The regions of \(Figures.count(documents, "document")) are checked too, once it is known which they are."
  }

  static let mendsWarehouse =
    "The warehouse was edited by hand or is of an older program: what belongs to no document is put right too."

  // MARK: Reasons

  static func of(_ reason: Reason) -> String {
    switch reason.kind {
    case .neverRan: "first time"
    case .inputChanged: "input changed" + change(reason, digests: true)
    case .codeChanged: "code changed" + change(reason, digests: true)
    case .parameterChanged: "parameter changed" + change(reason, digests: false)
    case .lexiconChanged: "lexicon changed" + change(reason, digests: true)
    case .dependencyChanged: "dependency changed" + change(reason, digests: true)
    case .forced: "forced"
    case .outputMissing: "output missing" + change(reason, digests: true)
    case .retried: "tried again"
    case .upToDate: "up to date"
    case .known: "known from an earlier run"
    case .cutOff: "\(reason.subject ?? "what came before") made what it had made before"
    case .failedBefore: "\(reason.subject ?? "an earlier stage") failed"
    case .ended: "the page is no report"
    case .notAsked: "not asked for"
    }
  }

  private static func change(_ reason: Reason, digests: Bool) -> String {
    func short(_ text: String) -> String { digests ? Figures.digest(text) : text }
    let subject = reason.subject.map { " \($0.printable)" } ?? ""
    switch (reason.old, reason.new) {
    case (let old?, let new?): return ":\(subject) \(short(old).printable) → \(short(new).printable)"
    case (nil, let new?): return ":\(subject) now \(short(new).printable)"
    case (let old?, nil): return ":\(subject) was \(short(old).printable)"
    case (nil, nil): return subject.isEmpty ? "" : ":\(subject)"
    }
  }

  static func of(_ outcome: StepEvent.Outcome) -> String {
    switch outcome {
    case .ran: "ran"
    case .reused: "reused"
    case .cutOff: "cut off"
    case .failed: "failed"
    case .notReached: "not reached"
    }
  }

  static func of(_ outcome: RunRecord.Outcome) -> String {
    switch outcome {
    case .finished: "finished"
    case .stopped: "stopped"
    case .unfinished: "cut short"
    case .running: "going on"
    }
  }

  static func states(_ states: [String: Int]) -> String {
    let names = [
      ("current", "current"), ("stale", "stale"), ("quarantined", "quarantined"), ("not_a_report", "not a report"),
      ("unfinished", "unfinished"),
    ]
    let parts = names.compactMap { key, name in
      states[key].flatMap { $0 > 0 ? "\(Figures.count($0)) \(name)" : nil }
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
