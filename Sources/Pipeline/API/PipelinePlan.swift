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
  /// Regions that are checked again, in the order of their names.
  package var regions: [RegionPlan] = []
  /// Documents whose region is not known before they are read: it is checked too.
  package var withoutRegion = 0
  /// Whether what belongs to no document is put right in the warehouse, which somebody edited: the lists to join with, the
  /// full-text index, rows left behind. Or whether it is of an older program.
  package var mendsWarehouse = false
  /// Documents that fail now and did not before, as far as that can be told.
  package var newlyFailed = 0
  /// Documents that fail and go on to.
  package var failing = 0
  /// Of the run, for what will certainly run, from what the latest runs took; `nil` without any record.
  package var seconds: Double?
  /// The same if all that may run does.
  package var secondsAtMost: Double?

  /// What changed stages would change, where that was asked for.
  package var sample: UpgradeSample?

  package init() {}

  /// What the run would end with, as far as it can be told without running it.
  package func exitCode(_ options: RunOptions) -> ExitStatus {
    if sample?.isOverLimit == true, !options.accept { return .inputOutput }
    if !withheld.isEmpty { return .inputOutput }
    if !missing.isEmpty || notes.contains(where: \.isMissing) { return .noInput }
    if newlyFailed > 0 || options.strict && failing > 0 { return .dataError }
    return .ok
  }
}

package struct RegionPlan: Sendable, Encodable {
  package var region: String
  /// Whether it certainly is, or only unless its reports turn out to say what they said.
  package var isCertain: Bool
  package var reason: Reason
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
  /// What it takes for those for which it will certainly run, summed over the workers.
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
}
