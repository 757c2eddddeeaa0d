import CleanFuzz
import Documents
import Testing

@testable import Clean

@Suite("Pages beyond measure")
struct LimitsTests {
  @Test("Three megabytes come out whole; make fuzz does it with thirty")
  func megabytes() throws {
    #expect(try LargePage.problem(megabytes: 3) == nil)
  }

  @Test("Entities that stand for entities are text, not what they would grow to")
  func entities() throws {
    var declarations = "<!ENTITY a0 \"\(paragraphs[0])\">"
    for level in 1...9 {
      declarations += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
    }
    let body = paragraphs.map { "<p>\($0)</p>" }.joined() + "<p>这里引用了一个实体：&a9;，其后还有一句话。</p>"
    let html = "<!DOCTYPE html [\(declarations)]>" + page(body: body)
    let lines = try clean(html: html).page.lines
    #expect(lines.suffix(5).prefix(4).elementsEqual(paragraphs))
    #expect(lines.joined().utf8.count < 4_000)
  }

  @Test(
    "Elements that are left open do not cost more than the limit on depth",
    arguments: ["<font>", "<b>", "<span>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<a href=x>", "<o:p>"]
  )
  func leftOpen(tag: String) throws {
    let body = paragraphs.map { "<p>\($0)</p>" }.joined()
    do {
      let lines = try clean(html: page(body: body + String(repeating: tag, count: 50_000))).page.lines
      #expect(lines == paragraphs)
    } catch let failure as DocumentFailure {
      #expect(failure.code == .tooDeep || failure.code == .tooManyNodes)
    }
  }

  @Test("A few left open, as bad pages have them, cost nothing", arguments: ["<font>", "<b>", "<div>", "<span>"])
  func fewLeftOpen(tag: String) throws {
    let body = paragraphs.map { String(repeating: tag, count: 20) + "<p>\($0)</p>" }.joined()
    #expect(try clean(html: page(body: body)).page.lines == paragraphs)
  }

  @Test("A line of a megabyte, and an attribute of one, are passed")
  func long() throws {
    let line = String(repeating: paragraphs[1], count: 1 << 14)
    let attribute = String(repeating: "甲", count: 1 << 18)
    let body = "<p title='\(attribute)' onclick='\(attribute)'>\(line)</p>"
    #expect(try clean(html: page(body: body)).page.lines == [line])
  }

  @Test(
    "Hardly anything but tags, or line ends, is refused before it takes many times its size",
    arguments: [
      ("<p>x", "html", 80), ("x<br>", "html", 80), ("<td>1", "html", 80), ("<span><b>x</b></span>", "html", 60),
      ("x\n", "pre", 60), ("甲\n", "txt", 20), ("甲&nbsp;乙\n", "txt", 10), ("甲\r", "txt", 20),
    ]
  )
  func dense(piece: String, kind: String, count: Int) throws {
    var parameters = CleanParameters()
    parameters.maximumNodes = 160
    func failure(_ count: Int) throws -> DocumentFailure? {
      let text = String(repeating: piece, count: count)
      let html = "<html><body><table><tr>\(kind == "pre" ? "<td><pre>" : "")\(text)"
      let document =
        kind == "txt"
        ? SourceDocument(bytes: Array(text.utf8), mediaType: .plainText)
        : SourceDocument(bytes: Array((kind == "pre" ? page(body: "<pre>\(text)</pre>") : html).utf8), mediaType: .html)
      do {
        _ = try Cleaner(parameters: parameters).clean(document)
        return nil
      } catch {
        return error
      }
    }
    #expect(try failure(count)?.code == .tooManyNodes)
    #expect(try failure(count / 10) == nil)
    #expect(CleanParameters().maximumNodes(inBytes: 20 << 20) > 800_000)
    #expect(CleanParameters().maximumLines(inBytes: 20 << 20) > 250_000)
  }

  @Test("A label is looked for in a line's front, and the line is whole all the same")
  func longLabelled() throws {
    let line = "来源：清河市统计局 " + String(repeating: paragraphs[1], count: 1 << 10)
    #expect(LineKey(tracking: Array(line.utf8)).offsets.count <= 1 << 14)
    #expect(try clean(text: line + "\n" + paragraphs[2]).page.lines.last == paragraphs[2])
  }

  @Test("What a page has hundreds of thousands of is narrow")
  func narrow() {
    #expect(MemoryLayout<MarkupTree.Node>.stride <= 20)
    #expect(MemoryLayout<PageLine>.stride <= 36)
    #expect(MemoryLayout<PageLines.Cell>.stride <= 20)
    #expect(MemoryLayout<FurnitureRules.Verdict>.stride == 1)
    #expect(MemoryLayout<TextLine>.stride <= 64)
    #expect(MemoryLayout<Block>.stride <= 12)
    #expect(MemoryLayout<PageMap.Segment>.stride <= 12)
    #expect(MemoryLayout<Alignment.Run>.stride <= 12)
  }

  @Test("A text longer than a node can tell is several nodes, and comes out whole")
  func endless() throws {
    let word = Array("经济".utf8)
    let count = MarkupTree.Node.maximumText / word.count + 10
    var markup = Array("<div><b>前</b><p title=\"某&amp;某\">".utf8)
    for _ in 0..<count { markup += word }
    let tree = try MarkupParser.parse(markup + Array("</p>后&nbsp;</div>".utf8), limits: CleanParameters())
    let texts = (0..<tree.count).filter { tree.tag($0) == .text }.map { tree.text($0) }
    #expect(texts.map(\.count).max() ?? 0 <= MarkupTree.Node.maximumText)
    #expect(texts.reduce(0) { $0 + $1.count } == count * word.count + "前后\u{A0}".utf8.count)
    #expect(texts.count == 4 && zip(texts, texts.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(String(decoding: tree.pool.suffix(5), as: UTF8.self) == "后\u{A0}")
  }

  @Test("A text without any tag comes out whole, however long", arguments: ["经", "é", "𠀀", "a&gt;经", "&ne;经"])
  func untagged(piece: String) throws {
    let text = String(repeating: piece, count: 4_000)
    let tree = try MarkupParser.parse(Array(text.utf8), limits: CleanParameters())
    let own = text.replacing("&gt;", with: ">").replacing("&ne;", with: "≠")
    #expect(tree.pool.elementsEqual(own.utf8))
  }

  @Test("White space makes a node where words stand beside it or a link is around it, and nowhere else")
  func whiteSpace() throws {
    let markup = "<div>\n<p>甲</p>\n<p> <b>a</b> <i>b</i></p>\n<a><p>乙</p>\n<p>丙</p></a>\n</div>"
    let tree = try MarkupParser.parse(Array(markup.utf8), limits: CleanParameters())
    let texts = (0..<tree.count).filter { tree.tag($0) == .text }
      .map { String(decoding: tree.pool[tree.text($0)], as: UTF8.self) }
    #expect(texts == ["甲", "a", " ", "b", "乙", "\n", "丙"])
  }
}
