import Documents
import Lexicon

/// Which kind of region a report says it is of.
extension RegionReader {
  /// "市", "县", "省", ...: what the report calls its own region.
  static func ownSuffix(_ evidence: Evidence) -> String? {
    let kinds: [(suffix: String, words: [String])] = [
      ("省", ["省人民政府", "省政府"]), ("市", ["市人民政府", "市政府"]),
      ("州", ["州人民政府", "州政府"]), ("县", ["县人民政府", "县政府"]),
      ("区", ["区人民政府", "区政府"]), ("盟", ["盟行政公署", "盟行署"]),
      ("旗", ["旗人民政府", "旗政府"]),
    ]
    for words in evidence.own + [evidence.opening] {
      for verb in ["代表", "受"] where words.firstRange(of: Array(verb.utf8)) != nil {
        for kind in kinds where words.firstRange(of: Array((verb + kind.words[0]).utf8)) != nil { return kind.suffix }
        for kind in kinds where words.firstRange(of: Array((verb + kind.words[1]).utf8)) != nil { return kind.suffix }
      }
    }
    // Reports name the regions above their own as well: the lowest that is named often is their own.
    let counts = weights(of: kinds.map(\.suffix), in: evidence.body)
    guard let most = counts.max(), most >= 2 else { return nil }
    let lowest: [String] = ["县", "旗", "区", "市", "州", "盟", "省"]
    return lowest.first { suffix in
      kinds.firstIndex { $0.suffix == suffix }.map { counts[$0] >= max(2, most / 3) } == true
    }
  }

  static func fits(_ region: DocumentFacts.Region, _ suffix: String?) -> Bool {
    suffix == nil || region.name.hasSuffix(suffix ?? "")
  }

  /// How often the text says 我市, 市委 and 全市 of each kind, the first counting for three: in one pass.
  private static func weights(of suffixes: [String], in text: [UInt8]) -> [Int] {
    let kinds = suffixes.map { suffix in suffix.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
    var weights = [Int](repeating: 0, count: kinds.count)
    text.withUnsafeBufferPointer { text in
      guard text.count >= 6 else { return }
      func word(at offset: Int) -> UInt32 {
        UInt32(text[offset]) << 16 | UInt32(text[offset + 1]) << 8 | UInt32(text[offset + 2])
      }
      var next = 0
      while let offset = Self.telling.first(in: text, from: next, to: text.count), offset + 3 <= text.count {
        next = offset + 3
        switch word(at: offset) {
        case 0xE6_88_91:  // 我
          guard offset + 6 <= text.count, let kind = kinds.firstIndex(of: word(at: offset + 3)) else { continue }
          weights[kind] += 3
        case 0xE5_85_A8:  // 全; 全区 may be an autonomous region's.
          guard offset + 6 <= text.count, let kind = kinds.firstIndex(of: word(at: offset + 3)), suffixes[kind] != "区"
          else { continue }
          weights[kind] += 1
        case 0xE5_A7_94:  // 委
          guard offset >= 3, let kind = kinds.firstIndex(of: word(at: offset - 3)) else { continue }
          weights[kind] += 1
        default: continue
        }
      }
    }
    return weights
  }

  private static let telling = ScalarSet(["我", "全", "委"])
}
