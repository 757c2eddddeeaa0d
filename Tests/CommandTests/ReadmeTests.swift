import Foundation
import Testbed
import Testing

@Suite("README.md shows what really is printed")
struct ReadmeTests {
  private struct Block: Equatable {
    var command: String
    var input: String
    var output: String
  }

  @Test("Each console block is what its command prints over samples/")
  func blocks() throws {
    let workplace = try Workplace(configuration: nil)
    for name in ["samples", "pipeline.json", "docs/queries"] {
      let target = URL(filePath: workplace.path).appending(path: name)
      try FileManager.default.copyItem(at: ProjectFolder.file(name), to: target)
    }
    let file = ProjectFolder.file("README.md")
    var readme = try String(contentsOf: file, encoding: .utf8)
    let blocks = Self.blocks(of: readme)
    #expect(blocks.count >= 3)
    for block in blocks {
      let printed = try output(of: block, in: workplace)
      if Snapshot.masked(printed, folder: workplace.path) == Snapshot.masked(block.output, folder: workplace.path) {
        continue
      }
      if Snapshot.isUpdating {
        readme = readme.replacing(block.output + "```", with: printed + "```", maxReplacements: 1)
      } else {
        Issue.record("`\(block.command)` prints otherwise now; UPDATE_SNAPSHOTS=1 writes it anew:\n\(printed)")
      }
    }
    if Snapshot.isUpdating { try Data(readme.utf8).write(to: file) }
  }

  @Test("The commands and files that the README names are there")
  func links() throws {
    let readme = try ProjectFolder.text("README.md")
    for match in readme.matches(of: #/\]\(([^)]+)\)/#) {
      let path = ProjectFolder.file(String(match.output.1)).path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: path), "\(match.output.1)")
    }
    let makefile = try ProjectFolder.text("Makefile")
    for match in readme.matches(of: #/make ([a-z]+)[` \n]/#) {
      #expect(makefile.contains("\n\(match.output.1):"), "make \(match.output.1)")
    }
  }

  @Test("docs/LOOKING.md names every command that only looks, and files that are there")
  func looking() throws {
    let text = try ProjectFolder.text("docs/LOOKING.md")
    let folder = ProjectFolder.file("Sources/gongbao/Subcommands")
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      guard try String(contentsOf: file, encoding: .utf8).contains("AsyncParsableCommand {") else { continue }
      let command = file.deletingPathExtension().lastPathComponent.lowercased()
      if !["run", "gc", "query"].contains(command) { #expect(text.contains("gongbao \(command)"), "\(command)") }
    }
    for match in text.matches(of: #/\]\(([^)]+)\)/#) {
      let path = ProjectFolder.file("docs/\(match.output.1)").path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: path), "\(match.output.1)")
    }
  }

  @Test("docs/ARCHITECTURE.md names every folder of the sources, and files that are there")
  func architecture() throws {
    let text = try ProjectFolder.text("docs/ARCHITECTURE.md")
    for match in text.matches(of: #/(?:Sources|Tests|docs)\/[A-Za-z\/+.]*[A-Za-z]/#) {
      let path = ProjectFolder.file(String(match.output)).path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: path), "\(match.output)")
    }
    for target in ["Incremental", "Pipeline"] {
      let section = try #require(text.components(separatedBy: "| folder of Sources/\(target) |").dropFirst().first)
      let rows = section.prefix(while: { $0 != "#" }).components(separatedBy: "\n\n")[0].split(separator: "\n")
      let named = rows.filter { $0.hasPrefix("| ") }.flatMap { row in
        row.split(separator: "|")[0].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      }
      let folder = ProjectFolder.file("Sources/\(target)")
      let there = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension.isEmpty }.map(\.lastPathComponent)
      #expect(Set(named.filter { $0 != "has" }) == Set(there), "\(target)")
    }
  }

  /// What the command prints: progress and messages first, as on a terminal.
  private func output(of block: Block, in workplace: Workplace) throws -> String {
    let queries = ["growth-targets", "target-against-actual", "figure-to-sentence"].map { "docs/queries/\($0).sql" }
    if block.command == "make run" {
      let run = try Workplace.gongbao(["run"], in: workplace.path)
      let query = try Workplace.gongbao(["query"] + queries, in: workplace.path)
      return run.errors + run.output + "\n" + query.output
    }
    let words = block.command.split(separator: " ").map(String.init)
    let result = try Workplace.gongbao(Array(words.dropFirst()), in: workplace.path, input: block.input)
    return result.errors + result.output
  }

  /// A block starts with `$` and a command; lines with `>` are its standard input.
  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var parts = text.components(separatedBy: "```console\n$ ")
    parts.removeFirst()
    for part in parts {
      let lines = part.components(separatedBy: "```")[0].components(separatedBy: "\n")
      let input = lines.dropFirst().prefix { $0.hasPrefix("> ") }.map { $0.dropFirst(2) + "\n" }
      let output = lines.dropFirst(1 + input.count).joined(separator: "\n")
      blocks.append(Block(command: lines[0], input: input.joined(), output: output))
    }
    return blocks
  }
}
