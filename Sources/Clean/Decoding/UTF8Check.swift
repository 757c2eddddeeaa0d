/// Which bytes of a text are no UTF-8.
enum UTF8Check {
  struct Counts: Equatable {
    /// Well-formed sequences of two bytes and more.
    var sequences = 0
    /// Bytes that belong to no well-formed sequence.
    var bad = 0
    var nulls = 0
  }

  /// - Complexity: O(n); runs of ASCII go eight bytes at a time.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Counts {
    var counts = Counts()
    scan(bytes, counts: &counts) { _ in }
    return counts
  }

  /// The text with U+FFFD for each bad byte, and the runs that are copies of the source.
  static func repaired(
    _ bytes: UnsafeBufferPointer<UInt8>,
    sourceStart: Int
  ) -> (bytes: [UInt8], runs: [SourcePositions.Mark]) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 64)
    var runs = [SourcePositions.Mark(text: 0, source: sourceStart)]
    var copied = 0
    var counts = Counts()
    scan(bytes, counts: &counts) { bad in
      text.append(contentsOf: bytes[copied..<bad])
      runs.append(SourcePositions.Mark(text: text.count, source: sourceStart + bad))
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      copied = bad + 1
      runs.append(SourcePositions.Mark(text: text.count, source: sourceStart + copied))
    }
    text.append(contentsOf: bytes[copied..<bytes.count])
    return (text, runs)
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    counts: inout Counts,
    bad: (Int) -> Void
  ) {
    let end = bytes.count
    var index = 0
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { counts.nulls += 1 }
        index += 1
        while index + 8 <= end {
          let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self)
          // Eight bytes of ASCII, none of them NUL.
          guard word & 0x8080_8080_8080_8080 == 0,
            (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0
          else { break }
          index += 8
        }
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length > 0 {
        counts.sequences += 1
        index += length
      } else {
        counts.bad += 1
        bad(index)
        index += 1
      }
    }
  }

  /// The length of the well-formed sequence of more than one byte that begins at `index`; 0 where none does.
  @inline(__always)
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let left = bytes.count - index
    let first = bytes[index]
    func trails(_ count: Int, from low: UInt8 = 0x80, through high: UInt8 = 0xBF) -> Bool {
      guard left > count, bytes[index + 1] >= low, bytes[index + 1] <= high else { return false }
      var trail = 2
      while trail <= count {
        guard bytes[index + trail] & 0xC0 == 0x80 else { return false }
        trail += 1
      }
      return true
    }
    switch first {
    case 0xC2...0xDF: return trails(1) ? 2 : 0
    case 0xE0: return trails(2, from: 0xA0) ? 3 : 0
    case 0xE1...0xEC, 0xEE, 0xEF: return trails(2) ? 3 : 0
    case 0xED: return trails(2, through: 0x9F) ? 3 : 0
    case 0xF0: return trails(3, from: 0x90) ? 4 : 0
    case 0xF1...0xF3: return trails(3) ? 4 : 0
    case 0xF4: return trails(3, through: 0x8F) ? 4 : 0
    default: return 0
    }
  }
}
