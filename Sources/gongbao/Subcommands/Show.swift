import ArgumentParser
import Pipeline

struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a stage made of a document, or of all.",
    discussion: """
        gongbao show DOC --stage fetch        the file's text
        gongbao show DOC --stage clean        the page: title, date, body, tables
        gongbao show DOC --stage normalize    its sections and sentences
        gongbao show DOC --stage extract      its facts and observations
        gongbao show DOC --stage validate     what the checks found
        gongbao show DOC --stage load         its rows in the warehouse
        gongbao show DOC --stage regions      what the checks of its region found

        gongbao show --all --stage clean --to pages

      writes a file a document to the folder pages, and index.clean.tsv, the list of \
      them. Done again, it writes only what changed, and removes the files of documents \
      that are no more.
      """
  )

  @Argument(help: ArgumentHelp("The document's URI, or a part that no other has.", valueName: "doc"))
  var document: String?

  @Flag(help: "All documents, as files in the folder of --to.")
  var all = false

  @Option(help: ArgumentHelp("Which stage's output.", valueName: "stage"))
  var stage: StageName

  @Option(help: ArgumentHelp("With --all: the folder for the files.", valueName: "folder"), completion: .directory)
  var to: String?

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "JSON: an object with a member for each output of the stage.")
  var json = false

  func validate() throws {
    if all, document != nil { throw ValidationError("Give either a document or --all.") }
    if !all, document == nil { throw ValidationError("Give a document, or --all with --to.") }
    if all, to == nil { throw ValidationError("--all needs --to: the folder for the files.") }
    if !all, to != nil { throw ValidationError("--to goes with --all.") }
  }

  func run() async throws {
    try await reporting {
      if let to { return try showAll(to: to) }
      let artifact = try pipeline.pipeline().show(document ?? "", stage: stage)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(artifact.json))
      } else {
        ShowReport(shown: artifact).write(to: .output)
      }
    }
  }

  private func showAll(to folder: String) throws {
    let progress = CountProgress()
    defer { progress.finish() }
    let isJSON = json
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let result = try pipeline.pipeline().showAll(
      stage,
      to: path,
      suffix: ".\(stage.rawValue).\(json ? "json" : "txt")"
    ) { shown in
      isJSON ? try JSONText.pretty(shown.json) + "\n" : ShowReport(shown: shown).text(width: nil, style: .plain)
    } progress: {
      progress.take($0, of: $1)
    }
    progress.finish()
    for line in Wording.of(result) { Terminal.output.writeLine(line) }
  }
}
