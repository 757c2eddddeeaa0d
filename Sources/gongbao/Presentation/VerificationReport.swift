import Pipeline

/// What `gongbao verify` shows.
struct VerificationReport {
  private static let faultsShown = 50

  let verification: Verification

  /// What was looked at and found whole.
  func write(to output: Terminal) {
    output.writeLine("Store:     \(Places.short(verification.storePath))")
    let size = Figures.bytes(Int(verification.artifactBytes))
    output.writeLine("Artifacts: \(Figures.count(verification.artifacts)), \(size) when unpacked")
    let documents = Figures.count(verification.documents, "document")
    output.writeLine("Rows:      \(Figures.count(verification.rows)), of \(documents)")
    output.writeLine("Stages:    \(stages)")
    for (reason, count) in verification.skipped.sorted(by: { $0.key < $1.key }) {
      output.writeLine("           \(Figures.count(count)) not: \(Wording.skipped(reason))")
    }
    output.writeLine()
    let took = "Took \(Figures.duration(verification.seconds))."
    if verification.exitStatus == .ok {
      output.writeLine("\(output.style.good("The store is whole.")) \(took)")
    } else {
      output.writeLine(took)
    }
  }

  private var stages: String {
    let offered = Figures.count(verification.offered)
    guard verification.sampled > 0 else { return "none of \(offered) run again" }
    let same = Figures.count(verification.same)
    let seed = "(seed \(verification.seed))"
    return "\(Figures.count(verification.sampled)) of \(offered) run again, \(same) gave the same bytes \(seed)"
  }

  /// What is wrong, and what to do.
  var problems: [String] {
    var lines = verification.faults.prefix(Self.faultsShown).map { Wording.of($0) }
    let all = verification.faultsOfTheStore + verification.faultsOfTheStages
    if all > lines.count { lines.append("and \(Figures.count(all - lines.count)) more (--json has a thousand)") }
    if verification.faultsOfTheStore > 0 {
      lines.append(Wording.damagedStore(verification))
    }
    if verification.faultsOfTheStages > 0 { lines.append(Wording.impureStages(verification)) }
    return lines
  }
}
