import Testing

@testable import Documents

@Suite("Artifacts keep their values")
struct ArtifactCodingTests {
  @Test("Integers of every size come back", arguments: [0, 1, -1, 63, 64, -64, 127, 128, 300, .max, .min])
  func integers(value: Int) throws {
    var writer = ArtifactWriter()
    writer.write(value)
    var reader = ArtifactReader(writer.bytes)
    #expect(try reader.readInt() == value)
    #expect(reader.isAtEnd)
  }

  @Test("A page comes back equal")
  func page() throws {
    var page = Page()
    page.text = "一、回顾\n全年增长7%。"
    page.blocks = [
      Block(kind: .heading, level: 2, range: 0..<12), Block(kind: .paragraph, range: 13..<page.text.count),
    ]
    page.metadata.title = Found("政府工作报告", at: .metaTag)
    page.metadata.publishedOn = CalendarDate(year: 2024, month: 2, day: 29).map { Found($0, at: .url) }
    page.statedLength = 13074
    page.images = [PageImage(text: "图1 生产总值", target: "1.png", block: 1)]
    page.bodyConfidence = 0.75
    #expect(try Page(artifactBytes: page.artifactBytes()) == page)
  }

  @Test("A page cut anywhere is an error, never a trap")
  func truncation() {
    var page = Page()
    page.text = "全年增长7%。"
    page.blocks = [Block(kind: .paragraph, range: 0..<page.text.count)]
    let bytes = page.artifactBytes()
    for count in 0..<bytes.count {
      #expect(throws: ArtifactError.self) { try Page(artifactBytes: Array(bytes[..<count])) }
    }
  }

  @Test("What is held narrow is written as it always was, and bytes of a place beyond it are no artifact")
  func narrow() throws {
    let block = Block(kind: .note, level: 3, range: 70_000..<70_200)
    #expect(block.artifactBytes() == [5, 3, 0xF0, 0xA2, 0x04, 0xC8, 0x01])
    #expect(try Block(artifactBytes: block.artifactBytes()) == block)
    let segment = PageMap.Segment(textOffset: 300, source: 1..<129)
    #expect(segment.artifactBytes() == [0xAC, 0x02, 1, 0x80, 0x01])
    #expect(Alignment.Run(normal: 300, printed: 5, isEqual: true).artifactBytes() == [0xAC, 0x02, 5, 1])
    // 2^31 as an offset, and as a range's end.
    let far: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x08]
    #expect(throws: ArtifactError.self) { try PageMap.Segment(artifactBytes: far + [0, 0]) }
    #expect(throws: ArtifactError.self) { try Block(artifactBytes: [0, 0, 0] + far) }
    #expect(throws: ArtifactError.self) { try Block(artifactBytes: [0, 0x80, 0x02, 0, 0]) }
    #expect(throws: ArtifactError.self) { try Alignment.Run(artifactBytes: [0] + far + [1]) }
  }

  @Test("A count larger than the input allocates nothing")
  func hugeCount() {
    #expect(throws: ArtifactError(offset: 9, problem: .truncated)) {
      try UTF8Text(artifactBytes: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    }
  }
}

@Suite("Normalized positions lead back to print")
struct AlignmentTests {
  /// Print "增长 7％。" against normal "增长7%。": the space is cut, the sign narrowed.
  private var alignment: Alignment {
    var alignment = Alignment()
    alignment.runs = [
      .init(normal: 0, printed: 0, isEqual: true), .init(normal: 6, printed: 6, isEqual: false),
      .init(normal: 6, printed: 7, isEqual: true), .init(normal: 7, printed: 8, isEqual: false),
      .init(normal: 8, printed: 11, isEqual: true),
    ]
    alignment.normalEnd = 11
    alignment.printedEnd = 14
    return alignment
  }

  @Test(
    "A quote without the cut space",
    arguments: [(6..<8, 7..<11), (0..<6, 0..<6), (0..<11, 0..<14), (7..<8, 8..<11)]
  )
  func quote(normal: Range<Int>, printed: Range<Int>) {
    #expect(alignment.printed(normal) == printed)
  }
}
