import ArgumentParser
import Pipeline

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell of one document when and why each stage ran, or did not.",
    discussion: """
      For every stage: the run it last ran in and why, or why it did not run; what \
      it read and made, before and now, and the version of its code; what the \
      warehouse has of the document, and the runs that dealt with it. Documents \
      that were deleted are found as well.

      With --sentence it shows how the sentences with these words are read: \
      clause, head, verb and bounds of each figure.

        gongbao explain panjin_2024
        gongbao explain panjin_2024 --full
        gongbao explain panjin_2024 --sentence 一般公共预算收入
        gongbao explain reports/panjin_2024.html --json
      """
  )

  @Argument(help: ArgumentHelp("The document's URI, or a part that no other has.", valueName: "doc"))
  var document: String

  @Option(help: ArgumentHelp("Show how the sentences with these words are read.", valueName: "words"))
  var sentence: String?

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Show whole digests, every parameter and lexicon file, the whole history.")
  var full = false

  @Flag(help: "Print JSON, with everything that --full shows.")
  var json = false

  func validate() throws {
    if let sentence, sentence.allSatisfy(\.isWhitespace) { throw ValidationError("--sentence needs some words.") }
    if sentence != nil, full { throw ValidationError("--full goes with the stages, not with --sentence.") }
  }

  func run() async throws {
    try await reporting {
      if let sentence { return try explain(sentence) }
      let explanation = try pipeline.pipeline().explain(document)
      if json {
        Terminal.output.writeLine(try JSONText.pretty(explanation))
      } else {
        ExplanationReport(explanation: explanation, isFull: full).write(to: .output)
      }
    }
  }

  private func explain(_ words: String) throws {
    let parsed = try pipeline.pipeline().parse(document, sentencesWith: words)
    if json {
      Terminal.output.writeLine(try JSONText.pretty(parsed))
      return
    }
    let output = Terminal.output
    guard !parsed.sentences.isEmpty else {
      throw FileProblem(message: Wording.noSentence(words, parsed.uri), status: .usage)
    }
    output.writeLine(output.style.bold(parsed.uri.printable))
    if !parsed.isAsStored { output.writeLine(output.style.warning(Wording.readOtherwise)) }
    output.writeLine()
    ReadingReport(sentences: parsed.sentences).write(to: output)
  }
}
