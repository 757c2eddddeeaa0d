import ArgumentParser
import Glibc
import Pipeline

struct Query: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put SQL to the warehouse and print the answers as tables.",
    discussion: """
      The warehouse is opened for reading only. A comment in front of a statement \
      becomes its title.

        gongbao query docs/queries/growth-targets.sql
        echo 'select count(*) from documents' | gongbao query
      """
  )

  @Argument(help: ArgumentHelp("Files with SQL; standard input when left out.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Print JSON: an object a row, a line each.")
  var json = false

  func run() async throws {
    try await reporting {
      let query = try WarehouseQuery(path: pipeline.configuration().warehousePath)
      var isFirst = true
      for (name, bytes) in try inputs() {
        for answer in try query.answers(to: String(decoding: bytes, as: UTF8.self), name: name) {
          if json {
            for object in answer.objects { Terminal.output.writeLine(try JSONText.line(object)) }
          } else {
            if !isFirst { Terminal.output.writeLine() }
            AnswerReport(answer: answer).write(to: .output)
          }
          isFirst = false
        }
      }
    }
  }

  private func inputs() throws -> [(String, [UInt8])] {
    if files.isEmpty { return [("standard input", try TextFile.bytes(from: STDIN_FILENO, name: "standard input"))] }
    return try files.map { ($0, try TextFile.bytes(of: $0)) }
  }
}
