extension Pipeline {
  /// What ``run(_:events:)`` would do now. Writes nothing.
  package func plan(_ options: RunOptions = RunOptions()) async throws(PipelineError) -> PipelinePlan {
    throw PipelineError(.bug, place: "plan", cause: "not built yet")
  }

  package func status() throws(PipelineError) -> PipelineStatus {
    throw PipelineError(.bug, place: "status", cause: "not built yet")
  }

  /// The latest runs, newest first.
  package func runs(limit: Int = 20) throws(PipelineError) -> [RunRecord] {
    throw PipelineError(.bug, place: "runs", cause: "not built yet")
  }

  /// - Parameter document: a URI or a part of exactly one.
  package func explain(_ document: String) throws(PipelineError) -> Explanation {
    throw PipelineError(.bug, place: "explain", cause: "not built yet")
  }

  /// - Parameter document: a URI or a part of exactly one.
  package func show(_ document: String, stage: StageName) throws(PipelineError) -> ShownArtifact {
    throw PipelineError(.bug, place: "show", cause: "not built yet")
  }
}
