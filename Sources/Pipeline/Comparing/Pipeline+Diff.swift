import Documents
import Incremental
import Load

extension Pipeline {
  /// What changed in a stage's output for a document.
  ///
  /// - Parameters:
  ///   - document: a URI or a part of exactly one, of documents that were deleted too.
  ///   - stage: `fetch` to `validate`; of `fetch` digests alone are kept.
  ///   - from: the output as this run left it; `nil` for the version before that of `to`.
  ///   - to: `nil` for the latest.
  ///   - context: unchanged lines around changed ones.
  package func diff(
    _ document: String,
    stage: StageName,
    from: Int? = nil,
    to: Int? = nil,
    context: Int = 3
  ) throws(PipelineError) -> StageDifference {
    do {
      let history = try DocumentHistory(of: document, configuration)
      let versions = StageVersions(stage, history)
      guard let latest = versions.versions.first else { throw Self.nothingMade(stage, history) }
      let new = try to.map { try versions.version(asOf: $0) } ?? latest
      let old = try from.map { try versions.version(asOf: $0) } ?? versions.versions.first { $0.run < new.run }
      var difference = StageDifference(
        uri: history.name,
        stage: stage,
        old: try old.map(versions.side),
        new: try versions.side(new),
        versions: try versions.versions.map { try history.place(ofRun: $0.run) },
        isHistoryWhole: history.past.isWhole
      )
      guard let old else { return difference }
      difference.isSame = old.step.outputs.first == new.step.outputs.first
      try Self.compare(old, new, versions, context, &difference)
      return difference
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  private static func nothingMade(_ stage: StageName, _ history: DocumentHistory) -> PipelineError {
    if let failure = history.steps.first(where: { $0.stage == stage.rawValue })?.failure {
      return PipelineError(.nothingStored, place: history.name, cause: "\(stage.rawValue) failed: \(failure.message)")
    }
    return PipelineError(.nothingStored, place: history.name, cause: "\(stage.rawValue) has made nothing of it yet")
  }

  private static func compare(
    _ old: StageVersions.Version,
    _ new: StageVersions.Version,
    _ versions: StageVersions,
    _ context: Int,
    _ difference: inout StageDifference
  ) throws {
    let uri = versions.history.name
    switch versions.stage {
    case .clean:
      let before: Page = try versions.value("page", of: old)
      let after: Page = try versions.value("page", of: new)
      difference.hunks = hunks(before.readable, after.readable, context)
    case .normalize:
      let before: NormalText = try versions.value("text", of: old)
      let after: NormalText = try versions.value("text", of: new)
      difference.hunks = hunks(before.readable, after.readable, context)
    case .extract:
      let before = StatedReport(
        uri: uri,
        page: try versions.value("page", of: old),
        report: try versions.value("report", of: old)
      )
      let after = StatedReport(
        uri: uri,
        page: try versions.value("page", of: new),
        report: try versions.value("report", of: new)
      )
      difference.facts = StatedReport.changes(before.facts, after.facts)
      difference.observations = StatedReport.changes(before.observations, after.observations)
    case .validate:
      let before = try findings(old, versions)
      let after = try findings(new, versions)
      difference.findings = changes(before, after)
    case .fetch, .load, .regions: break
    }
  }

  private static func findings(
    _ version: StageVersions.Version,
    _ versions: StageVersions
  ) throws -> [ShownFinding] {
    let findings: Findings = try versions.value("findings", of: version)
    let page: Page = try versions.value("page", of: version)
    let report: Report = try versions.value("report", of: version)
    return findings.shown(ids: ObservationNames.ids(uri: versions.history.name, page: page, report: report))
  }

  private static func changes(_ old: [ShownFinding], _ new: [ShownFinding]) -> StageDifference.FindingChanges {
    var changes = StageDifference.FindingChanges()
    var left = old
    for finding in new {
      if let index = left.firstIndex(of: finding) {
        left.remove(at: index)
        changes.same += 1
      } else {
        changes.added.append(finding)
      }
    }
    changes.removed = left
    return changes
  }

  private static func hunks(_ old: String, _ new: String, _ context: Int) -> [StageDifference.Hunk] {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return StageDifference.Hunk.hunks(of: LineDifference.lines(from: lines(old), to: lines(new)), context: context)
  }
}

extension StageDifference.Hunk {
  /// The changed lines with so many unchanged ones around them; what touches is one hunk.
  static func hunks(of lines: [LineDifference.Line], context: Int) -> [StageDifference.Hunk] {
    var hunks: [StageDifference.Hunk] = []
    var (oldLine, newLine) = (1, 1)
    var before: [LineDifference.Line] = []
    var current: StageDifference.Hunk?
    var unchanged = 0
    for line in lines {
      if line.kind == .same {
        unchanged += 1
        if current != nil, unchanged <= 2 * context { current?.lines.append(line) }
        if var ended = current, unchanged > 2 * context {
          ended.lines.removeLast(context)
          hunks.append(ended)
          current = nil
        }
        before.append(line)
        if before.count > context { before.removeFirst() }
      } else {
        if current == nil {
          current = StageDifference.Hunk(
            oldLine: oldLine - before.count,
            newLine: newLine - before.count,
            lines: before
          )
        }
        current?.lines.append(line)
        unchanged = 0
        before = []
      }
      if line.kind != .added { oldLine += 1 }
      if line.kind != .removed { newLine += 1 }
    }
    if var last = current {
      if unchanged > context { last.lines.removeLast(min(unchanged, 2 * context) - context) }
      hunks.append(last)
    }
    return hunks
  }
}
