/// A unit as a figure states it, with its multiplier (亿元, 个百分点): bytes of UTF-8, held without a heap, because every
/// figure has one and is copied often.
struct UnitText: Equatable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// In bytes. A unit of `units.tsv` has at most 24, a multiplier 6; the lexer leaves out what stands behind a "/" and
  /// would not fit.
  static let longest = 31

  init() {}

  init(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static var percent: UnitText { UnitText("%") }

  /// The last byte, which no unit reaches, holds the count.
  var count: Int { Int(words.3 >> 56) }
  var isEmpty: Bool { words.3 >> 56 == 0 }

  /// Leaves out what does not fit.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let start = count
    let added = min(text.count, Self.longest - start)
    withUnsafeMutableBytes(of: &words) { bytes in
      for offset in 0..<added { bytes[start + offset] = text[offset] }
    }
    words.3 = words.3 & 0x00FF_FFFF_FFFF_FFFF | UInt64(start + added) << 56
  }

  func ends(with word: StaticString) -> Bool {
    has(word, at: count - word.utf8CodeUnitCount)
  }

  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && has(word, at: 0)
  }

  func isOne(of words: [StaticString]) -> Bool {
    words.contains { equals($0) }
  }

  private func has(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= count else { return false }
    return withUnsafeBytes(of: words) { bytes in
      for offset in 0..<word.utf8CodeUnitCount where bytes[start + offset] != word.utf8Start[offset] { return false }
      return true
    }
  }

  /// The unit behind its first bytes, as text.
  func text(from start: Int = 0) -> String {
    withUnsafeBytes(of: words) { String(decoding: $0[min(start, count)..<count], as: UTF8.self) }
  }

  /// - Parameter body: must not keep the bytes.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBytes(of: words) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
  }

  static func == (one: UnitText, other: UnitText) -> Bool {
    one.words.0 == other.words.0 && one.words.1 == other.words.1 && one.words.2 == other.words.2
      && one.words.3 == other.words.3
  }
}

/// What a unit says of the things that it counts.
extension UnitText {
  /// 万人, 人次
  var isOfPersons: Bool { ends(with: "人") || ends(with: "人次") || ends(with: "名") }

  /// 个, 家, 户
  var isOfThings: Bool { isOne(of: ["个", "家", "户", "项", "宗", "笔", "只", "支", "件", "处"]) }

  /// 天, 小时: within which time something is done.
  var isTerm: Bool { isOne(of: ["天", "日", "小时", "分钟", "个工作日", "工作日"]) }

  /// 次, 场: times that something is held.
  var isOfEvents: Bool { isOne(of: ["次", "批次", "场", "场次", "轮"]) }
}
