import Documents

extension Alignment {
  /// The normalized bytes that stand for a printed range; an edit at either end is taken as a whole.
  ///
  /// - Complexity: O(log n) in the number of runs.
  func normal(_ printed: Range<Int>) -> Range<Int> {
    let start = normalStart(of: printed.lowerBound)
    return start..<max(start, printed.isEmpty ? start : normalEnd(of: printed.upperBound))
  }

  /// Index of the first run that begins behind the printed byte `printed`.
  private func run(after printed: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].printed <= printed { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func normalStart(of printed: Int) -> Int {
    let next = run(after: printed)
    guard next > 0 else { return min(printed, normalEnd) }
    let run = runs[next - 1]
    guard run.isEqual else { return run.normal }
    return min(run.normal + (printed - run.printed), next < runs.count ? runs[next].normal : normalEnd)
  }

  private func normalEnd(of printed: Int) -> Int {
    let next = run(after: printed - 1)
    let end = next < runs.count ? runs[next].normal : normalEnd
    guard next > 0 else { return min(printed, normalEnd) }
    let run = runs[next - 1]
    return run.isEqual ? min(run.normal + (printed - run.printed), end) : end
  }
}
