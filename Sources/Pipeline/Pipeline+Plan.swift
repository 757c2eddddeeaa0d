import Incremental

extension Pipeline {
  /// What ``run(_:events:)`` would do now. Writes nothing.
  ///
  /// - Parameter sample: how many documents are taken through changed stages to see what these change; `nil` for none.
  package func plan(
    _ options: RunOptions = RunOptions(),
    sample draw: UpgradeSample.Draw? = nil
  ) async throws(PipelineError) -> PipelinePlan {
    do {
      let engine = try PipelineEngine(configuration, surroundings).engine
      let ahead = ListingAhead(SourceListing(configuration))
      var iterator = ahead
      let found = try engine.plan(try engineOptions(options), listing: &iterator) {
        if let conflict = ahead.base.conflict { throw PipelineError(conflict: conflict) }
        return ahead.base.verdict
      }
      var plan = PipelinePlan(found)
      plan.missing = ahead.base.missing
      plan.notes = ahead.base.notes
      if let draw { plan.sample = try await sample(options, draw) ?? UpgradeSample(draw) }
      return plan
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}

extension PipelinePlan {
  init(_ plan: EnginePlan) {
    self.init()
    documents = plan.items
    added = RunSummary.Changes(plan.added)
    changed = RunSummary.Changes(plan.changed)
    deleted = RunSummary.Changes(plan.deleted)
    withheld = plan.withheld.map { WithheldDeletions(source: $0.source, vanished: $0.vanished, of: $0.of) }
    stages = StageName.allCases.compactMap { name in
      plan.stages[name.rawValue].map { StagePlan(name, $0, cost: plan.costs.stages[name.rawValue]) }
    }
    regions = plan.groups.prefix(RunSummary.listLimit).map {
      RegionPlan(region: $0.name, isCertain: $0.isCertain, reason: Reason($0.reason))
    }
    withoutRegion = plan.ungrouped
    mendsWarehouse = plan.mendsSink
    newlyFailed = plan.newlyFailed
    failing = plan.failing
    seconds = plan.costs.seconds(plan.stages.mapValues(\.willRun))
    secondsAtMost = plan.costs.seconds(plan.stages.mapValues { $0.willRun + $0.mayRun })
  }
}

extension StagePlan {
  init(_ name: StageName, _ plan: EnginePlan.Stage, cost: Double?) {
    self.init(stage: name)
    willRun = plan.willRun
    mayRun = plan.mayRun
    upToDate = plan.upToDate
    reasons = plan.reasons.map { ReasonCount(reason: Reason($0.key), count: $0.value.count, example: $0.value.example) }
      .sorted { ($1.count, $0.example, $0.reason.kind.rawValue) < ($0.count, $1.example, $1.reason.kind.rawValue) }
    seconds = cost.map { $0 * Double(plan.willRun) }
  }
}
