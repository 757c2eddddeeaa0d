/// Labels and their values in a stretch of short lines: "发布时间：2026-01-09 来源：市统计局", or a label and its value in
/// two cells or two lines.
struct LabelledValues {
  struct Entry {
    var field: PageLabels.Field
    var rank: Int
    /// As printed, white space collapsed; empty where the page prints the label only.
    var value: String
    /// Which of the lines.
    var line: Int
  }

  /// Several stretches, each of which counts only where those before it have nothing.
  struct Layers {
    private let layers: [LabelledValues]

    init(_ layers: [LabelledValues]) {
      self.layers = layers
    }

    func best(_ field: PageLabels.Field, where accepts: (Entry) -> Bool = { !$0.value.isEmpty }) -> Entry? {
      for layer in layers {
        if let entry = layer.best(field, where: accepts) { return entry }
        // The label stands there, without a value.
        if field == .source, layer.has(field) { return nil }
      }
      return nil
    }

    func has(_ field: PageLabels.Field) -> Bool { layers.contains { $0.has(field) } }
  }

  private(set) var entries: [Entry] = []

  /// - Parameters:
  ///   - lines: indices and bytes; cells are separated by tabs.
  ///   - isFurniture: whether a piece of text cannot be a value.
  init(
    _ lines: [(index: Int, bytes: ArraySlice<UInt8>)],
    _ lexicon: CleanLexicon,
    isFurniture: ([UInt8]) -> Bool = { _ in false }
  ) {
    // A label that waits for its value in the next piece.
    var waiting: Int?
    for (line, bytes) in lines {
      for piece in bytes.split(separator: 0x09) {
        let found = Self.parse(piece, lexicon)
        if found.isEmpty {
          if let index = waiting, entries[index].value.isEmpty {
            let text = TrimmedText.bytes(piece)
            if text.count <= 120, !isFurniture(text) { entries[index].value = Self.cleaned(SpacedLetters.closed(text)) }
          }
          waiting = nil
          continue
        }
        for label in found {
          entries.append(Entry(field: label.field, rank: label.rank, value: label.value, line: line))
        }
        waiting = entries.last?.value.isEmpty == true ? entries.count - 1 : nil
      }
    }
  }

  /// The best entry of a field that has a value: the lowest rank, then the one nearest to the end.
  func best(_ field: PageLabels.Field, where accepts: (Entry) -> Bool = { !$0.value.isEmpty }) -> Entry? {
    var best: Entry?
    for entry in entries where entry.field == field && accepts(entry) {
      if let now = best, now.rank < entry.rank { continue }
      best = entry
    }
    return best
  }

  func has(_ field: PageLabels.Field) -> Bool { entries.contains { $0.field == field } }

  private static func parse(
    _ piece: ArraySlice<UInt8>,
    _ lexicon: CleanLexicon
  ) -> [(field: PageLabels.Field, rank: Int, value: String)] {
    let raw = Array(piece)
    let key = LineKey(tracking: raw)
    var marks: [(label: PageLabels.Label, start: Int, value: Int)] = []
    var index = 0
    while index < key.bytes.count {
      // A label begins the piece, or stands behind white space or a mark.
      if let label = lexicon.labels.label(in: key.bytes, at: index) {
        let end = index + label.bytes.count
        let next = end < key.bytes.count ? key.bytes[end] : 0
        // Elements without white space between them leave a label at the end of another's value.
        let isDated = end + 1 < key.bytes.count && key.bytes[end + 1] >= 0x30 && key.bytes[end + 1] <= 0x39
        let isGlued =
          next == UInt8(ascii: ":")
          && (label.field == .published && isDated
            || !marks.isEmpty && (label.field == .other || label.field == .author || label.bytes.count >= 12))
        guard isGlued || key.isStart(index, of: raw) else {
          index += LineBuilder.length(key.bytes[index])
          continue
        }
        if next == UInt8(ascii: ":") {
          marks.append((label, index, end + 1))
          index = end + 1
          continue
        }
        let isDate = label.field == .published && next >= 0x30 && next <= 0x39
        let isAlone = end == key.bytes.count
        if isDate || isAlone {
          marks.append((label, index, end))
          index = end
          continue
        }
      }
      index += LineBuilder.length(key.bytes[index])
    }
    guard let first = marks.first,
      first.start == 0 || first.value > first.label.bytes.count + first.start || first.label.field == .published
    else {
      return []
    }
    return marks.enumerated().map { position, mark in
      let end = position + 1 < marks.count ? marks[position + 1].start : key.bytes.count
      guard mark.value < end else { return (mark.label.field, mark.label.rank, "") }
      let from = key.offsets[mark.value]
      let to = end < key.bytes.count ? key.offsets[end] : raw.count
      let value = raw[from..<max(from, to)]
      let own = mark.label.field == .title ? value : withoutSwitches(value, lexicon.furniture)
      return (mark.label.field, mark.label.rank, cleaned(SpacedLetters.closed(TrimmedText.bytes(own))))
    }
  }

  /// Up to the first word that switches the size of the letters, prints, shares: such words stand behind values without
  /// a label, often in brackets.
  private static func withoutSwitches(_ value: ArraySlice<UInt8>, _ rules: FurnitureRules) -> ArraySlice<UInt8> {
    var index = value.startIndex
    while index < value.endIndex {
      let length = min(LineBuilder.length(value[index]), value.endIndex - index)
      guard let divider = divider(value, index, length) else {
        index += length
        continue
      }
      var end = index + divider
      while end < value.endIndex,
        self.divider(value, end, min(LineBuilder.length(value[end]), value.endIndex - end)) == nil
      {
        end += min(LineBuilder.length(value[end]), value.endIndex - end)
      }
      let word = LineKey(value[(index + divider)..<end]).bytes
      if !word.isEmpty, rules.verdict(key: word, units: 1).contains(.furniture) { return value[..<index] }
      index = end
    }
    let all = LineKey(value).bytes
    return rules.verdict(key: all, units: 1).contains(.furniture) ? value[..<value.startIndex] : value
  }

  private static let brackets = ["【", "】", "（", "）", "〖", "〗", "［", "］", "｜", "丨"].map { Array($0.utf8) }

  /// The length of the white space or bracket at an index.
  private static func divider(_ text: ArraySlice<UInt8>, _ index: Int, _ length: Int) -> Int? {
    switch text[index] {
    case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"): 1
    case 0xC2 where length == 2 && text[index + 1] == 0xA0: 2
    case 0xE3 where length == 3 && text[index + 1] == 0x80 && text[index + 2] == 0x80: 3
    default: brackets.first { text[index...].starts(with: $0) }?.count
    }
  }

  /// Without marks that divide values.
  private static func cleaned(_ text: [UInt8]) -> String {
    var text = text[...]
    let marks: [[UInt8]] = [
      "|", "丨", "｜", "/", "[", "]", "【", "】", "［", "］", "〔", "〕", "(", "（", "　", "\u{A0}", " ", ",", "，", ";", "；", "-",
      "·", "：", "?",
    ]
    .map { Array($0.utf8) }
    var changed = true
    while changed {
      changed = false
      for mark in marks {
        if text.count >= mark.count, text.suffix(mark.count).elementsEqual(mark) {
          text.removeLast(mark.count)
          changed = true
        }
        if text.count >= mark.count, text.prefix(mark.count).elementsEqual(mark) {
          text.removeFirst(mark.count)
          changed = true
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
