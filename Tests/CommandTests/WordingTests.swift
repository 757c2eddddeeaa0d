import Pipeline
import Testing

@testable import gongbao

@Suite("Wording")
struct WordingTests {
  @Test("Every failure of a run says what, where and the way out")
  func pipelineErrors() throws {
    let holder = LockHolder(process: 4711, since: nil, file: "/data/.gongbao/lock")
    let errors: [PipelineError] = [
      PipelineError(.lockHeld, place: "/data/.gongbao/lock", holder: holder),
      PipelineError(.lockHeld, place: "/data/.gongbao/lock"),
      PipelineError(.storeNewer, place: "/data/store.sqlite", cause: "schema 7, this program knows 3"),
      PipelineError(.storeDamaged, place: "/data/store.sqlite", cause: "malformed"),
      PipelineError(.noStore, place: "/data/notes.txt", cause: "it is no SQLite database"),
      PipelineError(.warehouseNewer, place: "/data/warehouse.sqlite"),
      PipelineError(.warehouseDamaged, place: "/data/warehouse.sqlite", cause: "malformed"),
      PipelineError(.noWarehouse, place: "/data/notes.sqlite", cause: "a database of something else"),
      PipelineError(.bug, place: "/data/w.sqlite", cause: "/data/w.sqlite: refused. Move it away."),
      PipelineError(.lostOutput, place: "docs/a.html", cause: "page of clean"),
      PipelineError(.cannotWrite, place: "/data/out", cause: "Permission denied"),
      PipelineError(.outputFolder, place: "/data/out", cause: "the disk is full"),
      PipelineError(.stageHasNothing, place: "docs/a.html", cause: "clean failed: the document is empty"),
      PipelineError(.inputOutput, place: "/data/store.sqlite", cause: "No space left on device"),
      PipelineError(.conflictingSources, place: "a/b.html", cause: "listed by two sources with different hints"),
      PipelineError(.noSuchDocument, place: "panjin"),
      PipelineError(.ambiguousDocument, place: "2024", candidates: (1...12).map { "docs/\($0)_2024.html" }),
      PipelineError(.noSuchObservation, place: "zzz", cause: "the warehouse has none of this id"),
      PipelineError(.ambiguousObservation, place: "a", candidates: (1...12).map { "abc\($0) 5% (docs/a.html)" }),
      PipelineError(.nothingStored, place: "the pipeline"),
      PipelineError(.documentGone, place: "docs/a.html", cause: "no source lists it any more; run 3 deleted it"),
      PipelineError(.noSuchRun, place: "12", cause: "the latest is 7"),
      PipelineError(.historyEnds, place: "docs/a.html", cause: "its history is kept back to run 3 only"),
      PipelineError(.cancelled, place: "run"),
      PipelineError(.bug, place: "extract", cause: "other bytes for a known key"),
    ]
    let text = errors.map { "[\($0.code.rawValue), exit \($0.exitStatus.rawValue)]\n\(Wording.of($0))\n" }
    try Snapshot.expect(text.joined(separator: "\n"), as: "wording-errors")
  }

  @Test("Every reason is told")
  func reasons() throws {
    let text = Reason.Kind.allCases.flatMap { kind in
      [
        Reason(kind), Reason(kind, subject: "page", old: "aaaaaaaaaaaaaaaa", new: "bbbbbbbbbbbbbbbb"),
      ].map { "\(kind.rawValue): \(Wording.of($0))" }
    }
    try Snapshot.expect(text.joined(separator: "\n") + "\n", as: "wording-reasons")
  }

  @Test("What a run met is told with the way out")
  func warnings() throws {
    var summary = RunSummary()
    summary.newlyFailed = [
      DocumentProblem(
        uri: "a b\n.html",
        stage: .clean,
        state: .quarantined,
        reason: "empty: 0 bytes",
        isTransient: false
      ),
      DocumentProblem(
        uri: "c.html",
        stage: .fetch,
        state: .stale,
        reason: "cannot be read: Permission denied",
        isTransient: true
      ),
    ]
    summary.missing = [MissingSource(source: "files", pattern: "no/*.html")]
    summary.withheld = [WithheldDeletions(source: "files", vanished: 1200, of: 3400)]
    summary.duplicates = [DuplicateDocument(uri: "a.html", first: "one", second: "two")]
    summary.notes = [
      SourceNote(source: "files", place: "2024.html", note: "is a folder named like a page; it is skipped"),
      SourceNote(source: "files", place: "closed", note: "cannot be listed: Permission denied", isMissing: true),
    ]
    #expect(RunReport(summary: summary).problems.count == 5)
    try Snapshot.expect(RunReport(summary: summary).warnings.joined(separator: "\n") + "\n", as: "wording-warnings")
  }

  @Test("What a plan tells besides what the stages have to do")
  func plan() throws {
    var plan = PipelinePlan()
    #expect(PlanReport(plan: plan).outlook == ["Nothing to do."])
    (plan.withoutRegion, plan.mendsWarehouse) = (2, true)
    try Snapshot.expect(PlanReport(plan: plan).outlook.joined(separator: "\n") + "\n", as: "wording-plan")
  }
}
