import Documents

/// The rows of `sentence`: every sentence of the prose, then the table rows in which an observation stands.
struct SentenceRows {
  /// Where an observation stands.
  struct Place {
    /// Index of the sentence's row.
    var row: Int
    /// The sentence's byte range in the page's text.
    var printed: Range<Int>
  }

  private(set) var rows = RowSet(.sentence)
  /// One for each observation of the report.
  private(set) var places: [Place] = []
  /// For each row: which of the rows with this canonical text it is, from 0.
  private(set) var occurrences: [Int] = []
  private var canonicalText: [UInt8] = []
  private var canonicalRanges: [Range<Int>] = []
  /// Keyed by copies: slices would keep every state of the text that grows alive, and copy it for each sentence.
  private var seen: [[UInt8]: Int] = [:]

  init(_ document: RowPreparation) {
    let report = document.report
    rows.reserve(rows: report.sentences.count, bytes: document.page.text.count)
    for sentence in report.sentences {
      let printed = document.clamped(sentence.printed)
      append(printed, of: document, sentence, origin: .prose)
    }
    var tableRows: [Int: Int] = [:]
    for observation in report.observations {
      if let index = observation.sentence, report.sentences.indices.contains(index) {
        places.append(Place(row: index, printed: document.clamped(report.sentences[index].printed)))
        continue
      }
      let printed = Self.line(around: document.clamped(observation.quote), in: document.page)
      if let row = tableRows[printed.lowerBound] {
        places.append(Place(row: row, printed: printed))
      } else {
        let sentence = Self.sentence(before: printed.lowerBound, in: report)
        tableRows[printed.lowerBound] = rows.count
        places.append(Place(row: rows.count, printed: printed))
        append(printed, of: document, sentence, origin: .table)
      }
    }
  }

  func canonical(row: Int) -> ArraySlice<UInt8> {
    canonicalText[canonicalRanges[row]]
  }

  private mutating func append(
    _ printed: Range<Int>,
    of document: RowPreparation,
    _ sentence: Report.Sentence?,
    origin: Observation.Origin
  ) {
    rows.append(rows.count)
    rows.append(document.section(sentence?.section))
    rows.append(origin == .prose ? document.positions.position(ofByte: printed.lowerBound) : nil)
    rows.append(origin.name)
    rows.append(sentence?.mood?.name)
    rows.append(text: document.page.text.bytes[printed])

    let start = canonicalText.count
    CanonicalText.append(document.page.text.bytes[printed], to: &canonicalText)
    canonicalRanges.append(start..<canonicalText.count)
    let canonical = Array(canonicalText[start...])
    let occurrence = seen[canonical, default: 0]
    seen[canonical] = occurrence + 1
    occurrences.append(occurrence)
  }

  /// The block that holds the range: for a table's figure its row.
  private static func line(around range: Range<Int>, in page: Page) -> Range<Int> {
    var low = 0
    var high = page.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if page.blocks[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return range }
    let block = page.blocks[low - 1].range.clamped(to: 0..<page.text.count)
    return block.lowerBound <= range.lowerBound && range.upperBound <= block.upperBound ? block : range
  }

  /// The last sentence before a position: in its section a table stands.
  private static func sentence(before position: Int, in report: Report) -> Report.Sentence? {
    var low = 0
    var high = report.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if report.sentences[middle].printed.lowerBound < position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? report.sentences[low - 1] : nil
  }
}
