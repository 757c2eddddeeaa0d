import Pipeline

/// What `gongbao doctor` shows: a line for each thing that it looked at, and under each trouble what to do.
struct CheckupReport {
  let checkup: Checkup
  /// Only what is wrong, and nothing where nothing is.
  var isQuiet = false

  private static let areaWidth = 13

  func write(to output: Terminal) {
    if isQuiet, checkup.troubles.isEmpty { return }
    for check in isQuiet ? checkup.troubles : checkup.checks {
      let mark =
        switch check.verdict {
        case .well: output.style.good("ok     ")
        case .note: output.style.warning("note   ")
        case .trouble: output.style.bad("TROUBLE")
        }
      let area = name(check.area)
      let space = String(repeating: " ", count: Self.areaWidth - area.count)
      output.writeLine("\(mark)  \(area)\(space)  \(Wording.of(check))")
      if check.verdict != .well, let remedy = Wording.remedy(check) {
        output.writeLine(String(repeating: " ", count: Self.areaWidth + 11) + "do: " + remedy)
      }
    }
    output.writeLine()
    output.writeLine(conclusion(output.style))
  }

  private func name(_ area: Checkup.Area) -> String {
    area == .configuration ? "pipeline.json" : area.rawValue
  }

  private func conclusion(_ style: Style) -> String {
    let took = "Took \(Figures.duration(checkup.seconds))."
    let count = checkup.troubles.count
    guard count > 0 else {
      let deeper = checkup.isDeep ? "" : " --deep holds every row of the warehouse against what was loaded."
      return "\(style.good("All is well.")) \(took)\(deeper)"
    }
    return "\(style.bad(Figures.count(count, "trouble") + ".")) \(took)"
  }
}
