import Documents
import Lexicon

/// Finds the report's own title: the page's, or the one that stands in the head.
struct TitleReader {
  struct Found {
    /// As printed, white space between Han characters left out.
    var title: String?
    /// In normal form, for whoever reads words in it.
    var normal: [UInt8]
    var type: DocumentFacts.ReportType?
  }

  let kinds: ReportKinds

  /// A title has at most this many lines.
  private static let longestTitle = 4
  /// And this many bytes.
  private static let mostBytes = 330

  /// - Parameters:
  ///   - page: the page's title, in normal form and as printed.
  func title(page: (normal: [UInt8], printed: String)?, head: HeadText) -> Found {
    let pageType = page.flatMap { Self.isAbout($0.normal) ? nil : kinds.type(of: $0.normal, in: .title) }
    if let page, let pageType {
      return Found(title: Self.withoutFileMark(page.printed), normal: page.normal, type: pageType)
    }
    if let own = ownTitle(in: head) {
      // News about a report quotes its title; the page's own then says what it is.
      if let page, Self.isAbout(page.normal) { return Found(title: page.printed, normal: page.normal, type: nil) }
      return Found(title: Self.withoutFileMark(own.string), normal: Array(own), type: kinds.type(of: own, in: .title))
    }
    return Found(title: page?.printed, normal: page?.normal ?? [], type: nil)
  }

  /// Up to four lines of the head that together are a title.
  private func ownTitle(in head: HeadText) -> ArraySlice<UInt8>? {
    for (first, start) in head.lineStarts.enumerated() {
      for last in first..<min(first + Self.longestTitle, head.lineStarts.count) {
        var line = head.bytes[start..<head.end(ofLine: last)]
        guard line.count <= Self.mostBytes, !Self.isFurniture(head.bytes[head.lineStarts[last]..<line.endIndex]) else {
          break
        }
        // A date and a meeting may follow in the same line.
        if let dash = line.firstRange(of: "——"), dash.lowerBound > line.startIndex { line = line[..<dash.lowerBound] }
        if let type = kinds.type(of: line, in: .title), type != .other, Self.endsLikeTitle(line) { return line }
      }
    }
    return nil
  }

  /// Labels, numbers of files and lists of contents.
  private static func isFurniture(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 3 || line.last == UInt8(ascii: ":") || line.contains("目录") || line.contains("会议文件")
      || line.allSatisfy { $0 < 0x80 } || line.contains("发文单位") || line.hasSuffix("大会") || line.hasSuffix("人大")
  }

  /// "四次会议文件(13)关于…" is "关于…"; the mark of a footnote behind a title goes too.
  private static func withoutFileMark(_ title: String) -> String {
    var title = title[...]
    let bytes = Array(title.utf8)
    if let file = bytes.firstRange(of: "文件"), let about = bytes.firstRange(of: "关于"),
      file.upperBound < about.lowerBound
    {
      title = title[title.utf8.index(title.startIndex, offsetBy: about.lowerBound)...]
    }
    if let bracket = title.lastIndex(of: "["), title.hasSuffix("]"),
      title[bracket...].dropFirst().dropLast().allSatisfy(\.isNumber)
    {
      title = title[..<bracket]
    }
    return String(title)
  }

  private static func endsLikeTitle(_ line: ArraySlice<UInt8>) -> Bool {
    line.hasSuffix("报告") || line.hasSuffix("公报") || line.hasSuffix(")") || line.hasSuffix("草案") || line.hasSuffix("]")
      || line.hasSuffix("情况")
  }

  /// Titles of texts about a report: news, explanations, summaries in pictures.
  static func isAbout(_ title: [UInt8]) -> Bool {
    about.contains { title.contains($0) }
  }

  private static let about: [StaticString] = [
    "解读", "图解", "一图", "热议", "记者", "发布会", "摘登", "关键词", "划重点", "的决议", "审议意见", "说明会", "有感", "审查结果",
  ]
}
