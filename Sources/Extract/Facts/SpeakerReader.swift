/// Finds who speaks: "市长巩建波", "凌海市人民政府代市长 张三", "深圳市财政局局长 赵忠良".
struct SpeakerReader {
  struct Found: Equatable {
    var name: String
    /// "市长", "代县长", "财政局局长".
    var office: String
    /// What stands before the office: "深圳市财政局", "米易县人民政府".
    var body: String
  }

  let head: HeadText

  /// The first speaker from `start` on.
  func speaker(from start: Int) -> Found? {
    let text = head.bytes
    for (index, line) in head.lines.enumerated() where line.endIndex > start {
      let from = max(line.startIndex, start)
      for office in Self.offices {
        guard let at = text[from..<line.endIndex].firstRange(of: office) else { continue }
        var nameStart = at.upperBound
        while nameStart < line.endIndex, [UInt8(ascii: " "), UInt8(ascii: ":")].contains(text[nameStart]) {
          nameStart += 1
        }
        var nameEnd = line.endIndex
        if nameStart == line.endIndex {
          guard index + 1 < head.lineStarts.count else { continue }
          nameEnd = head.end(ofLine: index + 1)
        }
        guard let name = Self.name(in: text[nameStart..<nameEnd]) else { continue }
        let body = Self.body(in: text[from..<at.lowerBound])
        return Found(name: name, office: Self.office(office, after: body.rest), body: body.body)
      }
    }
    return start > 0 ? loneName(from: start) : nil
  }

  /// A line below the meeting that is a name and nothing else.
  private func loneName(from start: Int) -> Found? {
    for line in head.lines where line.startIndex >= start {
      guard line.count >= 6, line.count <= 12, let name = Self.name(in: line), name.utf8.count == line.count else {
        continue
      }
      let isBody = Self.bodies.contains { line.firstRange(of: $0) != nil } || line.hasSuffix("局") || line.hasSuffix("会")
      return isBody || line.hasSuffix("府") ? nil : Found(name: name, office: "", body: "")
    }
    return nil
  }

  /// A speaker inside a sentence: "市财政局局长周凤松向大会…".
  static func speaker(in sentence: [UInt8]) -> Found? {
    for office in offices {
      guard let at = sentence.firstRange(of: office), let name = name(in: sentence[at.upperBound...]) else { continue }
      let before = sentence[..<at.lowerBound]
      let clause = before.lastIndex { $0 < 0x80 }.map { before[($0 + 1)...] } ?? before
      let body = body(in: clause)
      return Found(name: name, office: self.office(office, after: body.rest), body: body.body)
    }
    return nil
  }

  /// Two to four Han characters, or more with a "·"; what goes on behind a name in a sentence ends it.
  private static func name(in text: ArraySlice<UInt8>) -> String? {
    var end = text.startIndex
    var characters = 0
    var hasDot = false
    while end < text.endIndex {
      if text[end...].starts(with: "·") {
        hasDot = true
        end += 2
        continue
      }
      guard end + 3 <= text.endIndex, (0xE4...0xE9).contains(text[end]) else { break }
      if characters >= 2, enders.contains(where: { text[end...].starts(with: $0) }) { break }
      end += 3
      characters += 1
    }
    guard characters >= 2, characters <= (hasDot ? 16 : 4) else { return nil }
    let isAtEnd = end == text.endIndex || text[end] < 0x80 || text[end] == 0xE3 || text[end] == 0xE2
    guard isAtEnd || enders.contains(where: { text[end...].starts(with: $0) }) else { return nil }
    let name = text[text.startIndex..<end]
    return notNames.contains(where: { name.starts(with: $0) }) ? nil : name.string
  }

  /// The body that has the office, and what is left between it and the office ("代", "常务副").
  private static func body(in text: ArraySlice<UInt8>) -> (body: String, rest: ArraySlice<UInt8>) {
    var text = text
    // What is left of the meeting, a dash, a label or a bracket in front.
    while let first = text.first {
      if first < 0x80 {
        text = text.dropFirst()
      } else if text.starts(with: "—") || text.starts(with: "上") && text.count > 12 {
        text = text.dropFirst(3)
      } else if text.starts(with: "报告人") {
        text = text.dropFirst(9)
      } else {
        break
      }
    }
    for suffix in bodies {
      guard let at = text.firstRange(of: suffix) else { continue }
      return (text[..<at.upperBound].string, text[at.upperBound...])
    }
    return ("", text)
  }

  private static func office(_ office: [UInt8], after rest: ArraySlice<UInt8>) -> String {
    for prefix in ["代理", "常务副", "代", "副"] where rest.reversed().starts(with: Array(prefix.utf8).reversed()) {
      return prefix + String(decoding: office, as: UTF8.self)
    }
    return String(decoding: office, as: UTF8.self)
  }

  private static let offices = [
    "总理", "省长", "市长", "州长", "县长", "区长", "盟长", "旗长", "局长", "厅长", "主席", "专员", "主任", "镇长",
  ].map { Array($0.utf8) }
  private static let bodies = [
    "人民政府", "财政局", "财政厅", "统计局", "发展和改革委员会", "发展改革委员会", "发展和改革局", "发展改革委", "管理委员会", "管委会", "国务院",
  ].map { Array($0.utf8) }
  private static let enders: [StaticString] = ["在", "代表", "向", "作", "受", "做", "同志", "主持", "所作", "各位"]
  private static let notNames: [StaticString] = [
    "代表", "会议", "办公", "负责", "助理", "秘书", "委员", "副主", "各位", "工作", "热线", "信箱", "受市",
  ]
}
