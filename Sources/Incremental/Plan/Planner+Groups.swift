// Which groups a run would look at again, and why.
extension Planner {
  /// What an item means for its group.
  mutating func group(_ pending: PendingItem, _ passage: Passage) throws {
    guard let stage = engine.graph.groupStage else { return }
    let changed = RunReason(.inputChanged, subject: "members")
    guard let group = pending.row?.group else {
      // Of an item that gave nothing to any group so far.
      if passage.failure == nil, passage.end == nil { plan.ungrouped += 1 }
      return
    }
    if passage.failure != nil || passage.end != nil {
      leave(group)
    } else if let digest = passage.digests[stage.member] {
      if try reader.member(pending.item.name, of: group) != digest { touch(group, changed, isCertain: true) }
    } else {
      touch(group, RunReason(.dependencyChanged, subject: passage.unknownAfter), isCertain: false)
    }
  }

  mutating func planGroups() throws {
    guard let stage = engine.graph.groupStage, options.until == nil else { return }
    for grouping in try reader.groupings() {
      let name = grouping.name
      if options.forceFrom != nil {
        touch(name, RunReason(.forced), isCertain: true)
      } else if let step = grouping.step, grouping.version != stage.version.digest {
        let version = try reader.version(step.version)
        touch(name, RunReason.change(from: (version, []), to: stage.version, inputs: [], names: []), isCertain: true)
      } else if grouping.isDirty || grouping.step == nil {
        touch(name, RunReason(.inputChanged, subject: "members"), isCertain: true)
      } else if let contents {
        let record = contents.groups[ItemName(name)]
        if record?.digest != grouping.load || record?.isIntact != true {
          touch(name, RunReason(.outputMissing), isCertain: true)
        }
      }
      if touched[name] == nil { plan.stages[stage.name, default: .init()].upToDate += 1 }
    }
    for (name, found) in touched.sorted(by: { ByteOrder.compare($0.key, $1.key) < 0 }) {
      var group = found
      // One that loses all its members is gone, unless others come.
      if let lost = leaving[name], try reader.members(of: name).count <= lost { group.isCertain = false }
      note(stage.name, name, group.reason, certain: group.isCertain)
      plan.groups.append(EnginePlan.Group(name: name, isCertain: group.isCertain, reason: group.reason))
    }
  }
}
