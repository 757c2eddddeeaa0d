/// What a run would do.
package struct PipelinePlan: Sendable, Encodable {
  package var documents = 0
  package var added = RunSummary.Changes()
  package var changed = RunSummary.Changes()
  package var deleted = RunSummary.Changes()
  package var stages: [StagePlan] = []
  package var missing: [MissingSource] = []
  package var notes: [SourceNote] = []
  package var withheld: [WithheldDeletions] = []
  /// Of the stages that will certainly run, from recorded costs, over all workers; `nil` without any record.
  package var seconds: Double?

  /// What changed stages would change, where that was asked for.
  package var sample: UpgradeSample?

  package init() {}

  /// What the run would end with, as far as it can be told without running it.
  package func exitCode(_ options: RunOptions) -> ExitStatus {
    if sample?.isOverLimit == true, !options.accept { return .inputOutput }
    if !withheld.isEmpty { return .inputOutput }
    if !missing.isEmpty || notes.contains(where: \.isMissing) { return .noInput }
    return .ok
  }
}

package struct StagePlan: Sendable, Encodable {
  package var stage: StageName
  /// Documents for which it will certainly run.
  package var willRun = 0
  /// Documents for which it runs unless what comes before yields what it yielded before.
  package var mayRun = 0
  package var upToDate = 0
  /// Why, with how many documents each.
  package var reasons: [ReasonCount] = []
  package var seconds: Double?

  package init(stage: StageName) {
    self.stage = stage
  }
}

package struct ReasonCount: Sendable, Encodable {
  package var reason: Reason
  package var count: Int
  /// One of the documents.
  package var example: String

  package init(reason: Reason, count: Int, example: String) {
    self.reason = reason
    self.count = count
    self.example = example
  }
}
