import Documents
import Foundation
import Testbed
import Testing

@testable import Clean

/// Pages of the samples and, where it lies beside the package, of the shared corpus.
private let pages = files("html")

private func files(_ type: String) -> [URL] {
  [ProjectFolder.file("samples"), ProjectFolder.shared("corpus")].flatMap { folder in
    (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == type }.sorted { $0.path < $1.path }
  }
}

@Suite("Text goes in, text comes out")
struct TextPropertyTests {
  @Test("Every block stands in the page as its markup has it, in the same order")
  func blocks() throws {
    for url in pages {
      let (source, text) = try decoded(url)
      let output = try Cleaner().clean(source)
      let naive = NaiveText(text).units
      var cursor = 0
      for block in output.page.blocks {
        // The cells of a row are divided by tabs; what is hidden in one ends nothing in the next.
        for cell in output.page.text.bytes[block.range].split(separator: 0x09) {
          let units = NaiveText.units(of: String(decoding: cell, as: UTF8.self))
          guard !units.isEmpty else { continue }
          let found = Self.find(units, in: naive, from: cursor) ?? Self.findWithGap(units, in: naive, from: cursor)
          #expect(found != nil, "\(url.lastPathComponent): \(String(decoding: units.prefix(90), as: UTF8.self))")
          cursor = found ?? cursor
        }
      }
    }
  }

  @Test("Every unit of a plain text's blocks stands in the source, in the same order")
  func plainText() throws {
    for url in files("txt") {
      let source = SourceDocument(bytes: [UInt8](try Data(contentsOf: url)), mediaType: .plainText)
      // Some hold no text.
      guard let text = try? DecodedText(source), let made = try? Cleaner().clean(source) else { continue }
      let lines = made.page.lines.joined(separator: "\n")
      let all = NaiveText.units(of: String(decoding: text.bytes, as: UTF8.self))
      #expect(Self.isPart(NaiveText.units(of: lines), of: all), "\(url.lastPathComponent)")
    }
  }

  @Test("Every text that a reader sees in the body's element stands in a line, in the same order")
  func lines() throws {
    for url in pages {
      let (_, text) = try decoded(url)
      let cut = text.withUnsafeBufferPointer { CutMarkup($0, maximumAttributes: 100) }
      let tree = try MarkupParser.parse(cut.bytes, limits: CleanParameters())
      let lines = try LineBuilder.lines(of: tree, parameters: CleanParameters(), lexicon: .builtIn)
      var seen: [UInt8] = []
      var node = 0
      while node < tree.count {
        if tree.tag(node).isHidden || Self.isHidden(node, tree) {
          node = tree.end(node)
          continue
        }
        if tree.tag(node) == .text { seen.append(contentsOf: tree.pool[tree.text(node)]) }
        node += 1
      }
      let own = NaiveText.units(of: String(decoding: lines.text, as: UTF8.self))
      let all = NaiveText.units(of: String(decoding: seen, as: UTF8.self))
      // Words between the cells of a table are not shown in it.
      #expect(own.count <= all.count && own.count * 1000 >= all.count * 998, "\(url.lastPathComponent)")
      #expect(Self.isPart(own, of: all), "\(url.lastPathComponent)")
    }
  }

  private func decoded(_ url: URL) throws -> (SourceDocument, [UInt8]) {
    let source = SourceDocument(bytes: [UInt8](try Data(contentsOf: url)), mediaType: .html)
    return (source, try DecodedText(source).bytes)
  }

  private static func isHidden(_ node: Int, _ tree: MarkupTree) -> Bool {
    let style = (tree.string(.style, of: node) ?? "").lowercased().filter { !$0.isWhitespace }
    let names = (tree.string(.class, of: node) ?? "").split(separator: " ").map { Array($0.utf8) }
    return style.contains("display:none") || names.contains { PagePartNames.builtIn.hidden.contains($0) }
  }

  /// Behind the first place at or after `start`.
  private static func find(_ part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard start + part.count <= text.count else { return nil }
    return text.withUnsafeBytes { text in
      part.withUnsafeBytes { part in
        guard let base = text.baseAddress, let wanted = part.baseAddress else { return nil }
        return (start...text.count - part.count).first { memcmp(base + $0, wanted, part.count) == 0 }
          .map { $0 + part.count }
      }
    }
  }

  /// The same where a hidden element stands inside of the text: a few words more, none less.
  private static func findWithGap(_ part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let head = find(Array(part.prefix(12)), in: text, from: start) else { return nil }
    var index = min(12, part.count)
    for at in head..<min(text.count, head + part.count + 120) {
      guard index < part.count else { return at }
      if text[at] == part[index] { index += 1 }
    }
    return nil
  }

  /// Whether all of a text stands in another, in order, with other things between.
  private static func isPart(_ part: [UInt8], of text: [UInt8]) -> Bool {
    var index = 0
    for byte in text where index < part.count && part[index] == byte { index += 1 }
    return index == part.count
  }
}
