// Whether the item has to be read, and what that gave.
extension ItemChain {
  /// - Returns: whether the content is known.
  mutating func fetch() throws -> Bool {
    if let row = pending.row, row.stamp == pending.item.stamp, !row.isRacy, !row.isTransient {
      if row.content != nil, context.access.admits(row.stamp) {
        result.steps.append(StepReport(stage: "fetch", outcome: .reused, reason: RunReason(.upToDate)))
        return true
      }
      if row.content == nil, pending.isPlanCurrent, !context.options.retry {
        // It could not be taken in, by its own fault, and has not changed.
        fail("fetch", ItemFailure(code: "", message: row.reason ?? ""), isTransient: false)
        result.steps.append(StepReport(stage: "fetch", outcome: .failed, reason: RunReason(.upToDate)))
        return false
      }
    }
    let checked = context.access.now()
    let start = ContinuousClock.now
    do {
      let read = try context.access.read(pending.item.name, pending.item.source)
      let digest = Digest(of: read.bytes)
      if let old = pending.row, old.content != digest { result.change = .changed }
      content = read.bytes
      result.row.content = digest
      result.row.stamp = read.stamp
      result.row.checked = checked
      let reason =
        pending.row == nil
        ? RunReason(.neverRan)
        : RunReason(.inputChanged, subject: "file", old: pending.row?.content?.short, new: digest.short)
      let cost = (ContinuousClock.now - start).nanoseconds
      result.steps.append(StepReport(stage: "fetch", outcome: .ran, reason: reason, costNanoseconds: cost))
      return true
    } catch let failure as ItemFailure {
      if pending.row != nil { result.change = .changed }
      result.row.content = nil
      result.row.stamp = pending.item.stamp
      result.row.checked = checked
      fail("fetch", failure, isTransient: false)
      result.steps.append(
        StepReport(stage: "fetch", outcome: .failed, reason: RunReason(.inputChanged, subject: "file"))
      )
      return false
    } catch {
      fail("fetch", ItemFailure(code: "transient", message: "\(error)"), isTransient: true)
      result.steps.append(
        StepReport(stage: "fetch", outcome: .failed, reason: RunReason(.inputChanged, subject: "file"))
      )
      return false
    }
  }

  mutating func fail(_ stage: String, _ failure: ItemFailure, isTransient: Bool) {
    self.failure = (stage, failure, isTransient)
  }
}
