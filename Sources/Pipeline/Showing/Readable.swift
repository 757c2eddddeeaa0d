import Documents

// Pages and texts as lines.

extension Page {
  /// As lines that can be compared.
  var readable: String {
    let lines = metadataLines.map { "\($0.name): \($0.value)" }
    return (lines.isEmpty ? [] : lines + [""]).joined(separator: "\n") + (lines.isEmpty ? "" : "\n") + text.description
  }

  /// What the page says of itself, each with where it was found.
  var metadataLines: [(name: String, value: String)] {
    var lines: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { lines.append((name, value)) } }
    func add(_ name: String, _ found: Found<String>?) { add(name, found.map { "\($0.value) (\($0.place.words))" }) }
    func add(_ name: String, _ link: Link?) { add(name, link.map(\.readable)) }
    add("title", metadata.title)
    add("published", metadata.publishedOn.map { "\($0.value) (\($0.place.words))" })
    add("source", metadata.source)
    add("author", metadata.author)
    add("site", metadata.site)
    add("column", metadata.column)
    add("index number", metadata.indexNumber)
    add("breadcrumb", metadata.breadcrumb.joined(separator: " > "))
    add("previous", metadata.previous)
    add("next", metadata.next)
    add("address", metadata.canonicalURL)
    for attachment in metadata.attachments { add("attachment", attachment) }
    for image in images { add("picture", "\(image.text) (\(image.target))") }
    add("body agreed on", bodyConfidence.map { "\(Int(($0 * 100).rounded())) %" })
    add("refused", refusal?.words)
    return lines
  }
}

extension Link {
  fileprivate var readable: String { target.isEmpty ? text : "\(text) (\(target))" }
}

extension PageMetadata.Place {
  /// Where a value stood.
  fileprivate var words: String {
    switch self {
    case .metaTag: "meta tag"
    case .openGraph: "Open Graph tag"
    case .linkedData: "linked data"
    case .labelledLine: "line beside the text"
    case .heading: "heading"
    case .titleTag: "title tag"
    case .breadcrumb: "breadcrumb"
    case .url: "address"
    case .footer: "foot"
    }
  }
}

extension NormalText {
  var readable: String {
    var lines: [String] = []
    var last: Int?
    for sentence in sentences {
      if sentence.section != last, let index = sentence.section, sections.indices.contains(index) {
        let section = sections[index]
        if !lines.isEmpty { lines.append("") }
        let title = [section.number, section.title].filter { !$0.isEmpty }.joined(separator: " ")
        lines.append(String(repeating: "#", count: max(1, section.level)) + " " + title)
      }
      last = sentence.section
      lines.append(text[sentence.range])
    }
    return lines.joined(separator: "\n")
  }
}
