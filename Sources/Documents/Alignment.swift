/// The way from a normalized position back to the printed one.
///
/// A list of runs. Inside a run both texts advance byte by byte (`.equal`), or the run stands for its printed range as a
/// whole (an edit: "％" for "%", a space that went, "l00" for "100").
package struct Alignment: Equatable, ArtifactCodable, Encodable {
  package struct Run: Equatable, ArtifactCodable, Encodable {
    // Narrow: a text can have a million of them.
    private let normalOffset: Int32
    private let printedOffset: Int32
    /// Whether the texts are equal from here to the next run.
    package let isEqual: Bool

    package init(normal: Int, printed: Int, isEqual: Bool) {
      normalOffset = Int32(clamping: normal)
      printedOffset = Int32(clamping: printed)
      self.isEqual = isEqual
    }

    /// Byte offset in the normalized text, ascending.
    package var normal: Int { Int(normalOffset) }
    /// Byte offset in the printed text, ascending.
    package var printed: Int { Int(printedOffset) }

    private enum CodingKeys: String, CodingKey {
      case normalOffset = "normal"
      case printedOffset = "printed"
      case isEqual
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(count: normal)
      writer.write(count: printed)
      writer.write(isEqual)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      normalOffset = try reader.readNarrow()
      printedOffset = try reader.readNarrow()
      isEqual = try reader.readBool()
    }
  }

  package var runs: [Run] = []
  /// Byte counts of the two texts: where the last run ends.
  package var normalEnd = 0
  package var printedEnd = 0

  package init() {}

  /// The printed bytes that a normalized range stands for. White space that was cut at either end is left out.
  ///
  /// - Complexity: O(log n) in the number of runs.
  package func printed(_ range: Range<Int>) -> Range<Int> {
    var place: Int?
    return printed(range, from: &place)
  }

  /// The same of ranges that mostly ascend.
  ///
  /// - Parameter place: the run in which the last of them began, `nil` for the first.
  /// - Complexity: O(log d) in the number of runs between the two.
  package func printed(_ range: Range<Int>, from place: inout Int?) -> Range<Int> {
    place = run(containing: range.lowerBound, from: place)
    let start = printedStart(of: range.lowerBound, in: place)
    guard !range.isEmpty else { return start..<start }
    let end = printedEnd(of: range.upperBound, in: run(containing: range.upperBound - 1, from: place))
    return start..<max(start, end)
  }

  /// The run of a position, looked for from a run before it in steps that double.
  private func run(containing normal: Int, from known: Int?) -> Int? {
    guard var low = known, runs[low].normal <= normal else { return run(containing: normal) }
    var step = 1
    while low + step < runs.count, runs[low + step].normal <= normal {
      low += step
      step *= 2
    }
    return run(containing: normal, in: low..<min(runs.count, low + step))
  }

  private func run(containing normal: Int) -> Int? {
    run(containing: normal, in: 0..<runs.count)
  }

  /// The last of the runs that begins at or before a position.
  private func run(containing normal: Int, in within: Range<Int>) -> Int? {
    var low = within.lowerBound
    var high = within.upperBound
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].normal <= normal { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// Where the byte at `normal` begins in print. Of several runs that begin there (cut white space has no normalized
  /// bytes) the last holds the byte.
  private func printedStart(of normal: Int, in index: Int?) -> Int {
    guard let index else { return normal }
    let run = runs[index]
    return run.isEqual ? run.printed + (normal - run.normal) : run.printed
  }

  /// Where the byte before `normal` ends in print.
  private func printedEnd(of normal: Int, in index: Int?) -> Int {
    guard let index else { return normal }
    let run = runs[index]
    if run.isEqual { return run.printed + (normal - run.normal) }
    return index + 1 < runs.count ? runs[index + 1].printed : printedEnd
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(runs)
    writer.write(count: normalEnd)
    writer.write(count: printedEnd)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    runs = try reader.readArray()
    normalEnd = try reader.readCount()
    printedEnd = try reader.readCount()
  }
}
