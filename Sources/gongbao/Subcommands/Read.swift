import ArgumentParser
import Glibc
import Pipeline

struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a sentence, a text or a page on standard input and print its observations.",
    discussion: """
      Nothing is stored. What a report says in its title and headings can be \
      given: whose it is, of which year, and whether the words look back (review) \
      or ahead (plan). Where there is a pipeline.json, its parameters and its \
      lexicon are used: so a new row of indicators.tsv is tried.

        echo 地区生产总值增长6%左右。 | gongbao read --year 2024 --section plan
        echo 地区生产总值增长6%左右。 | gongbao read --parse
        gongbao read < report.html
        gongbao read --json < report.txt
      """
  )

  @Option(help: ArgumentHelp("The region that the words are of.", valueName: "name"))
  var area: String?

  @Option(
    help: ArgumentHelp(
      "Of the report: plans are for this year, reviews of the one before.",
      valueName: "year"
    )
  )
  var year: Int?

  @Option(help: ArgumentHelp("Whether the words look back or ahead: review or plan.", valueName: "section"))
  var section: TextReader.Section?

  @Flag(help: "Show of each figure which words said what: clause, head, verb, bounds.")
  var parse = false

  @Option(
    help: ArgumentHelp(
      "The configuration whose parameters and lexicon are used; pipeline.json where there is one.",
      valueName: "file"
    ),
    completion: .file(extensions: ["json"])
  )
  var config: String?

  @Flag(help: "Print JSON, a line for each observation.")
  var json = false

  func validate() throws {
    if let year, !(1949...2199).contains(year) { throw ValidationError("--year must lie between 1949 and 2199.") }
  }

  func run() async throws {
    try await reporting {
      let configuration = try config.map { try Configuration.read(file: $0) } ?? Configuration.readHere()
      let reader = TextReader(area: area, year: year, section: section, configuration: configuration)
      let bytes = try TextFile.bytes(from: STDIN_FILENO, name: "standard input", maximum: reader.maximumBytes)
      var observations = try reader.read(bytes)
      if !parse { for index in observations.indices { observations[index].parse = nil } }
      if json {
        for observation in observations { Terminal.output.writeLine(try JSONText.line(observation)) }
      } else {
        ReadingReport(sentences: ParsedSentence.sentences(of: observations)).write(to: .output)
      }
    }
  }
}

extension TextReader.Section: ExpressibleByArgument {}
