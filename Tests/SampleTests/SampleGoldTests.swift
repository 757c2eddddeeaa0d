import Foundation
import Testing

/// What the pipeline reads out of `samples/`, against what careful readers annotated.
///
/// The floors in `floors.tsv` only rise: `GONGBAO_RAISE_FLOORS=1` writes better figures, `GONGBAO_LOWER_FLOORS=1` any.
@Suite("Samples are read as their gold says")
struct SampleGoldTests {
  @Test("Every sample has a gold, and every gold a sample")
  func pairs() throws {
    let samples = Set(try Sample.all().map(\.name))
    let folder = Sample.folder.appending(path: "Gold")
    let golds = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix("documents") }.map { String($0.dropLast(6)) }
    #expect(samples == Set(golds))
    #expect(samples.count >= 16)
  }

  @Test("No sample falls below its floor")
  func floors() throws {
    let file = Sample.folder.appending(path: "floors.tsv")
    var floors: [String: Floor] = [:]
    for line in (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n").dropFirst() ?? [] {
      let floor = try #require(Floor(line: String(line)), "floors.tsv: not a floor: \(line)")
      floors[floor.name] = floor
    }
    let environment = ProcessInfo.processInfo.environment
    let lower = environment["GONGBAO_LOWER_FLOORS"] == "1"
    let raise = lower || environment["GONGBAO_RAISE_FLOORS"] == "1"
    var lines = [Floor.header]
    for sample in try Sample.all() {
      let (page, report) = try sample.read()
      let agreement = Agreement(page: page, report: report, rows: try GoldRow.read(sample.gold))
      let now = Floor(
        name: sample.name,
        hits: agreement.hits,
        spare: agreement.found - agreement.hits,
        exact: agreement.exact
      )
      print("\(sample.name): F1 \(percent(agreement.f1)), exact \(percent(agreement.exactShare)) of \(agreement.gold)")
      if environment["GONGBAO_SHOW_DIFFERENCES"] == "1" { for line in agreement.differences { print("    \(line)") } }
      let floor = floors[sample.name]
      if let floor, !lower {
        #expect(
          now.hits >= floor.hits && now.exact >= floor.exact && now.spare <= floor.spare,
          "\(sample.name): \(now) is below the floor \(floor)\n\(agreement.differences.joined(separator: "\n"))"
        )
      } else if !raise {
        Issue.record("\(sample.name) has no floor: run once with GONGBAO_RAISE_FLOORS=1")
      }
      lines.append((lower ? now : floor?.raised(to: now) ?? now).line)
    }
    if raise { try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic) }
  }

  private func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
}

/// The least that a sample must reach.
struct Floor: Equatable {
  static let header = "name\thits\tspare\texact"

  let name: String
  let hits: Int
  /// Observations that the gold does not have, or has with another value: the most that is allowed.
  let spare: Int
  let exact: Int

  var line: String { "\(name)\t\(hits)\t\(spare)\t\(exact)" }

  init(name: String, hits: Int, spare: Int, exact: Int) {
    self.name = name
    self.hits = hits
    self.spare = spare
    self.exact = exact
  }

  init?(line: String) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 4, let hits = Int(cells[1]), let spare = Int(cells[2]), let exact = Int(cells[3]) else {
      return nil
    }
    self.init(name: cells[0], hits: hits, spare: spare, exact: exact)
  }

  func raised(to other: Floor) -> Floor {
    Floor(name: name, hits: max(hits, other.hits), spare: min(spare, other.spare), exact: max(exact, other.exact))
  }
}
