import Documents
import Incremental

/// What a stage made of a document over the runs that the history keeps.
struct StageVersions {
  struct Version {
    /// The run in which the output became what it is.
    var run: Int64
    var step: StepRecord
  }

  let history: DocumentHistory
  let stage: StageName
  /// Newest first; no two neighbours made the same.
  let versions: [Version]

  init(_ stage: StageName, _ history: DocumentHistory) {
    self.history = history
    self.stage = stage
    var versions: [Version] = []
    for attempt in history.attempts.reversed() {
      guard let step = attempt.step(of: stage.rawValue), !step.outputs.isEmpty else { continue }
      if let last = versions.last, last.step.outputs.first == step.outputs.first { continue }
      versions.append(Version(run: attempt.run, step: step))
    }
    self.versions = versions.reversed()
  }

  /// The version that stood after a run.
  func version(asOf run: Int) throws -> Version {
    guard let latest = try history.reader.runs(limit: 1).first, run >= 1, run <= Int(latest.run) else {
      let latest = try history.reader.runs(limit: 1).first.map { "the latest is \($0.run)" } ?? "there is none yet"
      throw PipelineError(.noSuchRun, place: String(run), cause: latest)
    }
    guard let attempt = history.past.attempt(asOf: Int64(run)) else {
      let reach = history.attempts.last.map(\.run) ?? 0
      let cause =
        history.past.isWhole
        ? "it was first seen in run \(reach)" : "its history is kept back to run \(reach) only"
      throw PipelineError(.historyEnds, place: history.name, cause: cause)
    }
    guard let step = attempt.step(of: stage.rawValue), step.lastOutcome != .notReached || !step.outputs.isEmpty else {
      let what = attempt.change == .deleted ? "was deleted" : "did not come to \(stage.rawValue)"
      throw PipelineError(.historyEnds, place: history.name, cause: "in run \(attempt.run) it \(what)")
    }
    if let failure = step.failure {
      let cause = "in run \(attempt.run) \(stage.rawValue) failed: \(failure.message)"
      throw PipelineError(.historyEnds, place: history.name, cause: cause)
    }
    let same = versions.first { $0.run <= attempt.run && $0.step.outputs.first == step.outputs.first }
    return same ?? Version(run: attempt.run, step: step)
  }

  /// An output of the stage, or of an earlier one that it read.
  func value<Value: ArtifactCodable>(_ output: String, of version: Version) throws -> Value {
    guard let digest = digest(output, version) else {
      throw PipelineError(.historyEnds, place: history.name, cause: "what it made of \(output) is not recorded")
    }
    guard let bytes = try history.reader.artifact(digest) else {
      let cause = "the \(output) of run \(version.run) is not kept any more"
      throw PipelineError(.historyEnds, place: history.name, cause: cause)
    }
    do {
      return try Value(artifactBytes: bytes)
    } catch {
      let cause = "the \(output) of run \(version.run) was written by another version of the program, in another form"
      throw PipelineError(.historyEnds, place: history.name, cause: cause)
    }
  }

  private func digest(_ output: String, _ version: Version) -> Digest? {
    guard let definition = history.engine.graph.stages.first(where: { $0.name == stage.rawValue }) else { return nil }
    if let index = definition.outputs.firstIndex(where: { $0.name == output }) {
      return index < version.step.outputs.count ? version.step.outputs[index] : nil
    }
    let index = definition.inputs.firstIndex { $0.name == output }
    return index.flatMap { $0 < version.step.inputs.count ? version.step.inputs[$0] : nil }
  }

  func side(_ version: Version) throws -> StageDifference.Side {
    let names = history.engine.graph.stages.first { $0.name == stage.rawValue }?.outputs.map(\.name) ?? ["file"]
    return StageDifference.Side(
      run: try history.place(ofRun: version.run),
      reason: version.step.ranRun == version.run ? version.step.ranReason.map(Reason.init) : nil,
      outputs: zip(names, version.step.outputs).map { Explanation.Part(name: $0, digest: $1.hex) }
    )
  }
}
