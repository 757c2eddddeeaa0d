import Pipeline
import Testbed
import Testing

@Suite struct LineDifferenceTests {
  private func difference(_ old: String, _ new: String) -> String {
    LineDifference.lines(from: old.map(String.init), to: new.map(String.init)).map { line in
      switch line.kind {
      case .same: line.text
      case .removed: "-" + line.text
      case .added: "+" + line.text
      }
    }
    .joined()
  }

  @Test(arguments: [
    ("", "", ""), ("abc", "abc", "abc"), ("", "ab", "+a+b"), ("ab", "", "-a-b"), ("abc", "axc", "a-b+xc"),
    ("abcd", "bcde", "-abcd+e"), ("aabb", "abab", "a-ab+ab"), ("abc", "xyz", "-a-b-c+x+y+z"),
    ("xaybz", "aqb", "-xa-y+qb-z"),
  ])
  func `Small texts are compared as one would by hand`(old: String, new: String, expected: String) {
    #expect(difference(old, new) == expected)
  }

  @Test func `Two ways of writing one character are two lines`() {
    let lines = LineDifference.lines(from: ["e\u{301}"], to: ["\u{E9}"])
    #expect(lines.map(\.kind) == [.removed, .added])
  }

  @Test func `Both texts can be made again from any comparison`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<400 {
      let alphabet = Int.random(in: 1...30, using: &random)
      func text() -> [String] {
        (0..<Int.random(in: 0...40, using: &random)).map { _ in String(Int.random(in: 0..<alphabet, using: &random)) }
      }
      let (old, new) = (text(), text())
      let lines = LineDifference.lines(from: old, to: new)
      #expect(lines.filter { $0.kind != .added }.map(\.text) == old, "seed \(seed)")
      #expect(lines.filter { $0.kind != .removed }.map(\.text) == new, "seed \(seed)")
    }
  }

  @Test func `A long text with nothing in common is told as replaced, at a bounded cost`() {
    let old = (0..<60_000).map { "a\($0 % 7)" }
    let new = (0..<60_000).map { "b\($0 % 7)" }
    let lines = LineDifference.lines(from: old, to: new)
    #expect(lines.count == 120_000)
    #expect(lines.allSatisfy { $0.kind != .same })
  }
}
