/// A stage's output for one document, for people and for programs.
package struct ShownArtifact: Sendable {
  package enum Content: Sendable {
    case source(ShownSource)
    case page(ShownPage)
    case text(ShownText)
    case report(ShownReport)
    case findings([ShownFinding])
    case rows(ShownRows)
  }

  package var uri: String
  package var stage: StageName
  package var content: Content
  /// For `--json`: an object with a member for each of the stage's outputs.
  package var json: ShownJSON
}

/// Outputs by name.
package struct ShownJSON: Sendable, Encodable {
  private struct Part: Encodable, @unchecked Sendable {
    // Only values that are Sendable come in.
    let value: any Encodable

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
  }

  private var parts: [String: Part] = [:]

  package init() {}

  package mutating func add(_ name: String, _ value: some Encodable & Sendable) {
    parts[name] = Part(value: value)
  }

  package func encode(to encoder: any Encoder) throws { try parts.encode(to: encoder) }
}

/// Something said of a document as a whole.
package struct ShownFact: Sendable, Equatable, Encodable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The document's file.
package struct ShownSource: Sendable {
  package var facts: [ShownFact]
  package var text: String
}

/// What clean made.
package struct ShownPage: Sendable {
  package enum Block: Sendable, Equatable {
    case heading(level: Int, String)
    case paragraph(String)
    case listItem(String)
    case caption(String)
    case note(String)
    /// Rows of cells; a cell over several columns or rows stands in the first of them.
    case table([[String]])
  }

  package var facts: [ShownFact]
  package var blocks: [Block]
  /// What stands in the file and not in the page, a line for each place; `nil` where the file is not as it was read.
  package var leftOut: [String]?
}

/// What normalize made.
package struct ShownText: Sendable {
  package enum Line: Sendable, Equatable {
    case section(level: Int, title: String)
    case sentence(String)
    /// Between two paragraphs.
    case gap
  }

  package var sections: Int
  package var sentences: Int
  package var lines: [Line]
}

/// What extract made.
package struct ShownReport: Sendable {
  package var facts: [ShownFact]
  /// The region whose report it is: of an observation without an area.
  package var region: String?
  package var observations: [TextReader.Reading]
}

/// What load wrote: a document's rows in the warehouse, by table.
package struct ShownRows: Sendable, Encodable {
  package var document: [String: WarehouseAnswer.Value] = [:]
  package var sections: [[String: WarehouseAnswer.Value]] = []
  package var sentences: [[String: WarehouseAnswer.Value]] = []
  package var observations: [[String: WarehouseAnswer.Value]] = []
  package var findings: [[String: WarehouseAnswer.Value]] = []
  package var terms: [[String: WarehouseAnswer.Value]] = []

  package init() {}

  /// The columns of the document's row that say something.
  package var facts: [ShownFact] {
    let order = [
      "title", "report_type", "report_year", "review_year", "region", "region_code", "region_level", "province",
      "prefecture", "meeting", "delivered_on", "published_on", "speaker", "office", "issuing_body", "source", "site",
      "state", "reason",
    ]
    return order.compactMap { name in
      document[name].flatMap { $0.isNull || $0.text.isEmpty ? nil : ShownFact(name, $0.text) }
    }
  }

  package var readings: [TextReader.Reading] { observations.map { TextReader.Reading($0) } }
}
