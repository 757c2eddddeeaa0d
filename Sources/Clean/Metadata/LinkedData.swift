/// What the ld+json scripts of a page say. Their few values are found by name; the rest of the JSON is not read.
struct LinkedData {
  private(set) var headline: String?
  private(set) var datePublished: String?

  init(_ cut: CutMarkup) {
    for json in cut.linkedData {
      headline = headline ?? Self.value("headline", in: json) ?? Self.value("title", in: json)
      datePublished = datePublished ?? Self.value("datePublished", in: json) ?? Self.value("pubDate", in: json)
    }
  }

  /// The string that follows the first `"name":`.
  static func value(_ name: String, in json: [UInt8]) -> String? {
    let key = Array("\"\(name)\"".utf8)
    var index = 0
    while index + key.count < json.count {
      guard json[index] == key[0], json[index...].starts(with: key) else {
        index += 1
        continue
      }
      var at = index + key.count
      while at < json.count, json[at] <= 0x20 || json[at] == UInt8(ascii: ":") { at += 1 }
      guard at < json.count, json[at] == UInt8(ascii: "\"") else {
        index = at
        continue
      }
      at += 1
      var value: [UInt8] = []
      while at < json.count, json[at] != UInt8(ascii: "\"") {
        if json[at] == UInt8(ascii: "\\"), at + 1 < json.count {
          at += 1
          // Escaped quotes and slashes; other escapes stand for nothing that is looked for.
          if json[at] == UInt8(ascii: "u") { return nil }
        }
        value.append(json[at])
        at += 1
      }
      let trimmed = TrimmedText.string(value)
      return trimmed.isEmpty ? nil : trimmed
    }
    return nil
  }
}
