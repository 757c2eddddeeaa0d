/// What becomes of a group's members, as far as it is known beforehand.
struct PlannedGroup {
  /// Why it is looked at again.
  var reason: RunReason
  /// New outputs of its members; `nil` of those that leave.
  var members: [String: Digest?] = [:]
  /// Members of which a stage has yet to tell whether they stay.
  var undecided: Set<ItemName> = []
}

// Which groups a run would look at again, and why.
extension Planner {
  private static let changed = RunReason(.inputChanged, subject: "members")

  /// What an item means for its group.
  mutating func group(_ pending: PendingItem, _ passage: Passage) throws {
    guard let stage = engine.graph.groupStage else { return }
    let name = pending.item.name
    let group = pending.row?.group
    if passage.failure != nil || passage.end != nil {
      if let group { leave(group, name) }
      return
    }
    guard let digest = passage.digests[stage.member] else {
      if let group {
        leaveOpen(group, name, RunReason(.dependencyChanged, subject: passage.unknownAfter))
      } else {
        // Of an item that gave nothing to any group so far.
        plan.ungrouped += 1
      }
      return
    }
    if let group, try reader.member(name, of: group) == digest { return }
    guard let value = try member(digest, stage) else {
      if let group { leaveOpen(group, name, Self.changed) }
      plan.ungrouped += 1
      return
    }
    let next = stage.group(value)
    if let group, group != next { leave(group, name) }
    if let next { groups[next, default: PlannedGroup(reason: Self.changed)].members[name] = .some(digest) }
  }

  /// - Returns: `nil` where the store has it no more: the run makes it again.
  private func member(_ digest: Digest, _ stage: GroupStageDefinition) throws -> (any Sendable)? {
    guard let place = engine.graph.producers[stage.member], let bytes = try reader.artifact(digest) else { return nil }
    return try? engine.graph.stages[place.stage].outputs[place.output].decode(bytes)
  }

  mutating func leave(_ group: String, _ name: String) {
    groups[group, default: PlannedGroup(reason: Self.changed)].members[name] = .some(nil)
  }

  private mutating func leaveOpen(_ group: String, _ name: String, _ reason: RunReason) {
    groups[group, default: PlannedGroup(reason: reason)].undecided.insert(ItemName(name))
  }

  mutating func planGroups() throws {
    guard let stage = engine.graph.groupStage, options.until == nil else { return }
    var groupings: [String: StoreReader.Grouping] = [:]
    for grouping in try reader.groupings() {
      groupings[grouping.name] = grouping
      if groups[grouping.name] == nil { try reconsider(grouping, stage) }
    }
    for (name, group) in groups.sorted(by: { ByteOrder.compare($0.key, $1.key) < 0 }) {
      try plan(name, group, groupings[name], stage)
    }
  }

  /// A group none of whose members has anything to do.
  private mutating func reconsider(_ grouping: StoreReader.Grouping, _ stage: GroupStageDefinition) throws {
    var reason: RunReason?
    if options.forceFrom != nil {
      reason = RunReason(.forced)
    } else if let step = grouping.step, grouping.version != stage.version.digest {
      reason = RunReason.change(
        from: (try reader.version(step.version), []),
        to: stage.version,
        inputs: [],
        names: []
      )
    } else if grouping.isDirty || grouping.step == nil {
      reason = Self.changed
    } else if let contents {
      let record = contents.groups[ItemName(grouping.name)]
      if record?.digest != grouping.load || record?.isIntact != true { reason = RunReason(.outputMissing) }
    }
    if let reason {
      groups[grouping.name] = PlannedGroup(reason: reason)
    } else {
      plan.stages[stage.name, default: .init()].upToDate += 1
    }
  }

  private mutating func plan(
    _ name: String,
    _ group: PlannedGroup,
    _ grouping: StoreReader.Grouping?,
    _ stage: GroupStageDefinition
  ) throws {
    var isCertain = options.forceFrom != nil
    var members = Dictionary(
      try reader.members(of: name).map { (ItemName($0.name), $0.digest) },
      uniquingKeysWith: { first, _ in first }
    )
    for (name, digest) in group.members { members[ItemName(name)] = digest }
    // Whether the stage, if it runs, finds all that it made in the store.
    var isKnown = false
    // One that has no member left is removed, and nothing runs for it.
    if members.isEmpty { return }
    if !group.undecided.isEmpty {
      let isLasting = members.keys.contains { !group.undecided.contains($0) }
      isCertain = try isLasting && (isCertain || !hasRun(stage.version))
    } else {
      let sorted = members.map { (name: $0.key.text, digest: $0.value) }
        .sorted { ByteOrder.compare($0.name, $1.name) < 0 }
      let trace = try reader.trace(stage.version.actionKey(group: name, members: sorted), before: .max)
      isCertain = isCertain || trace == nil
      isKnown = try !isCertain && trace?.outputs.allSatisfy { try reader.holds($0) } == true
      if !isCertain, let outputs = trace?.outputs, outputs == grouping?.step?.outputs, group.reason == Self.changed,
        contents == nil
      {
        plan.stages[stage.name, default: .init()].upToDate += 1
        return
      }
    }
    note(stage.name, name, group.reason, certain: isCertain)
    plan.groups.append(EnginePlan.Group(name: name, isCertain: isCertain, reason: group.reason))
    guard !isKnown else { return }
    for (member, digest) in members where try !remade.contains(member) && !reader.holds(digest) {
      try noteLost(member.text, stage)
    }
  }

  /// The stages that run again for a member that the store has lost.
  private mutating func noteLost(_ name: String, _ group: GroupStageDefinition) throws {
    remade.insert(ItemName(name))
    var digests: [String: Digest] = [:]
    for step in try reader.chain(of: name) {
      guard let stage = engine.graph.stages.first(where: { $0.name == step.stage }) else { continue }
      for (output, digest) in zip(stage.outputs, step.outputs) { digests[output.name] = digest }
    }
    var needed = [group.member]
    var seen: Set<Int> = []
    while let output = needed.popLast() {
      guard let place = engine.graph.producers[output], let digest = digests[output], !seen.contains(place.stage),
        try !reader.holds(digest)
      else { continue }
      seen.insert(place.stage)
      let stage = engine.graph.stages[place.stage]
      plan.stages[stage.name, default: .init()].upToDate -= 1
      note(stage.name, name, RunReason(.outputMissing, subject: output), certain: false)
      for case .output(let input) in stage.inputs { needed.append(input) }
    }
  }
}
