import Testing

@testable import gongbao

@Suite("Help")
struct HelpTests {
  @Test(
    "Each subcommand explains itself",
    arguments: [
      "", "run", "plan", "status", "runs", "explain", "show", "diff", "trace", "read", "query", "verify", "doctor",
      "gc",
    ]
  )
  func help(subcommand: String) throws {
    let workplace = try Workplace()
    let result = try Workplace.gongbao(subcommand.isEmpty ? ["--help"] : [subcommand, "--help"], in: workplace.path)
    #expect(result.exit == 0)
    // The parser does not wrap its synopsis.
    for line in result.output.split(separator: "\n") where !line.hasPrefix("USAGE") {
      #expect(TextWidth.of(line) <= 80)
    }
    try Snapshot.expect(result.output, as: subcommand.isEmpty ? "help" : "help-\(subcommand)")
  }

  @Test(
    "Wrong usage is exit 64 and names the way to the help",
    arguments: [
      ["frob"], ["run", "--jobs", "0"], ["run", "--until", "nowhere"], ["show", "x"], ["show", "--stage", "clean"],
      ["show", "--all", "--stage", "clean"],
      ["read", "--year", "24"],
      ["runs", "--limit", "0"], ["diff", "x", "--stage", "load"], ["run", "--unknown"],
      ["verify", "--sample", "some"],
      ["gc", "--max-age", "90"],
    ]
  )
  func usage(arguments: [String]) throws {
    let workplace = try Workplace()
    let result = try Workplace.gongbao(arguments, in: workplace.path)
    #expect(result.exit == 64)
    try Snapshot.expect(result.text, as: "usage-" + arguments.joined(separator: "-").replacing("--", with: ""))
  }
}
