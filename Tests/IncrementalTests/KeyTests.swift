import Incremental
import Testing

@Suite struct KeyTests {
  private let input = Digest(of: "input")

  @Test func `A key changes with everything that stands in it`() {
    let base = StageVersion(stage: "s", code: "c", parameters: [.init("p", "1")], data: [.init("f", "d")])
    let others = [
      StageVersion(stage: "t", code: "c", parameters: [.init("p", "1")], data: [.init("f", "d")]),
      StageVersion(stage: "s", code: "e", parameters: [.init("p", "1")], data: [.init("f", "d")]),
      StageVersion(stage: "s", code: "c", parameters: [.init("p", "2")], data: [.init("f", "d")]),
      StageVersion(stage: "s", code: "c", parameters: [.init("q", "1")], data: [.init("f", "d")]),
      StageVersion(stage: "s", code: "c", parameters: [.init("p", "1")], data: [.init("f", "e")]),
      StageVersion(stage: "s", code: "c", parameters: [.init("p", "1"), .init("f", "d")]),
    ]
    let keys = ([base] + others).map { $0.actionKey(inputs: [input]) }
    #expect(Set(keys).count == keys.count)
    #expect(base.actionKey(inputs: [input, input]) != base.actionKey(inputs: [input]))
    #expect(base.actionKey(inputs: []) != base.actionKey(inputs: [input]))
  }

  @Test func `The order in which parameters are named does not matter`() {
    let one = StageVersion(stage: "s", code: "c", parameters: [.init("a", "1"), .init("b", "2")])
    let two = StageVersion(stage: "s", code: "c", parameters: [.init("b", "2"), .init("a", "1")])
    #expect(one == two)
  }

  @Test func `Fields do not run into each other`() {
    let one = StageVersion(stage: "s", code: "c", parameters: [.init("ab", "c")])
    let two = StageVersion(stage: "s", code: "c", parameters: [.init("a", "bc")])
    #expect(one != two)
  }

  @Test func `Names are compared by their bytes`() {
    let composed = "\u{E9}"
    let decomposed = "e\u{301}"
    #expect(composed == decomposed)
    #expect(ByteOrder.compare(composed, decomposed) != 0)
    #expect(ItemName(composed) != ItemName(decomposed))
    #expect(ByteOrder.compare("a/b", "a.b") > 0)
    #expect(ByteOrder.compare("abcdefgh", "abcdefghi") < 0)
    #expect(ByteOrder.compare("abcdefgx", "abcdefghi") > 0)
  }

  @Test(arguments: [
    (1_000_000_001, 1_000_000_001, 1_500_000_000, false),
    (1_499_999_999, 1_000_000_001, 1_500_000_000, true),
    (1_000_000_001, 1_499_999_999, 1_500_000_000, true),
    (9_000_000_001, 1_000_000_001, 1_500_000_000, true),
    (1_480_000_000, 1_000_000_001, 1_500_000_000, true),
    (1_479_999_999, 1_000_000_001, 1_500_000_000, false),
    (1_000_000_000, 1_000_000_000, 2_500_000_000, true),
    (1_000_000_000, 1_000_000_000, 3_500_000_000, false),
  ])
  func `A stamp is trusted when it is old enough`(modified: Int, changed: Int, checked: Int, racy: Bool) {
    let stamp = FileStamp(
      size: 1,
      modifiedNanoseconds: Int64(modified),
      changedNanoseconds: Int64(changed),
      inode: 1
    )
    #expect(stamp.isRacy(checked: Int64(checked)) == racy)
  }
}
