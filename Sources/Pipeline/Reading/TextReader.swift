import Clean
import Documents
import Extract
import Fetch
import Normalize

/// Reads a sentence or a page outside any pipeline: the stages up to extract, with what a report's title and headings
/// would say given from outside.
package struct TextReader: Sendable {
  package enum Section: String, Sendable, CaseIterable {
    case review, plan
  }

  /// Why a text cannot be read.
  package struct Failure: Error, Equatable {
    package var cause: String
  }

  private let area: String?
  private let year: Int?
  private let section: Section?
  /// More than these are not read.
  package let maximumBytes: Int
  private let cleaner: Cleaner
  private let normalizer: Normalizer
  private let extractor: Extractor

  /// - Parameter configuration: whose parameters and lexicon are used; `nil` for the built-in ones.
  package init(
    area: String? = nil,
    year: Int? = nil,
    section: Section? = nil,
    configuration: Configuration? = nil
  ) {
    self.area = area
    self.year = year
    self.section = section
    let clean = configuration?.clean ?? .init()
    maximumBytes = clean.maximumBytes
    cleaner = Cleaner(parameters: clean)
    normalizer = Normalizer(parameters: configuration?.normalize ?? .init())
    extractor = Extractor(parameters: configuration?.extract ?? .init())
  }

  /// The observations, each with its parse.
  ///
  /// - Parameter bytes: plain text or HTML, told apart by its beginning.
  package func read(_ bytes: [UInt8]) throws(Failure) -> [Reading] {
    let mediaType = SourceDocument.MediaType(name: "", bytes: bytes)
    var page: Page
    do {
      page = try cleaner.clean(SourceDocument(bytes: bytes, mediaType: mediaType)).page
    } catch {
      throw Failure(cause: "\(error.code.rawValue)\(error.found.isEmpty ? "" : ": \(error.found)")")
    }
    return read(&page)
  }

  private func read(_ page: inout Page) -> [Reading] {
    let added = page.text.isEmpty ? 0 : prepend(to: &page)
    let text = normalizer.normalize(page)
    let (report, parses) = extractor.explain(page: page, text: text, hints: SourceHints(region: area))
    return report.observations.enumerated().compactMap { index, observation in
      guard observation.quote.lowerBound >= added,
        var reading = Reading(observation, of: report, page: page, added: added)
      else { return nil }
      reading.parse = index < parses.count ? Parse(parses[index], in: text.text) : nil
      return reading
    }
  }

  /// Puts a title and a heading in front that say what was given from outside.
  ///
  /// - Returns: how many bytes the text grew by.
  private func prepend(to page: inout Page) -> Int {
    var lines: [(text: String, kind: Block.Kind, level: Int)] = []
    if page.metadata.title == nil, area != nil || year != nil {
      let title = "\(year.map { "\($0)年" } ?? "")\(area ?? "")政府工作报告"
      page.metadata.title = Found(title, at: .heading)
      lines.append((title, .heading, 1))
    }
    switch section {
    case .review: lines.append(("一、\(year.map { "\($0 - 1)年" } ?? "过去一年")工作回顾", .heading, 2))
    case .plan: lines.append(("二、\(year.map { "\($0)年" } ?? "今年")工作安排", .heading, 2))
    case nil: break
    }
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for line in lines {
      let start = bytes.count
      bytes.append(contentsOf: line.text.utf8)
      blocks.append(Block(kind: line.kind, level: line.level, range: start..<bytes.count))
      bytes.append(UInt8(ascii: "\n"))
    }
    let added = bytes.count
    func moved(_ range: Range<Int>) -> Range<Int> { (range.lowerBound + added)..<(range.upperBound + added) }
    page.tables = page.tables.map { table in
      var table = table
      table.rows = (table.rows.lowerBound + blocks.count)..<(table.rows.upperBound + blocks.count)
      table.caption = table.caption.map { $0 + blocks.count }
      for index in table.cells.indices { table.cells[index].range = moved(table.cells[index].range) }
      return table
    }
    page.blocks = blocks + page.blocks.map { Block(kind: $0.kind, level: $0.level, range: moved($0.range)) }
    page.text = UTF8Text(bytes + page.text.bytes)
    return added
  }
}
