/// What loading a document's rows would change in the warehouse, without its being loaded.
package struct DocumentDifference: Sendable {
  /// A field that people read, of one or of a few columns.
  package struct Change: Sendable, Equatable {
    package var field: String
    /// `nil` where there is nothing.
    package var old: String?
    package var new: String?
    /// Whether it says something of the figure, or of what the document is; not how that was found.
    package var isStatement: Bool

    package init(_ field: String, old: String?, new: String?, isStatement: Bool = true) {
      self.field = field
      self.old = old
      self.new = new
      self.isStatement = isStatement
    }
  }

  /// An observation that would come, go or be mended in its place.
  package struct ObservationChange: Sendable {
    package enum Kind: Sendable {
      case added, removed
      /// It states something else under the same id.
      case changed
      /// It states the same, and another rule found it, or another confidence stands with it.
      case relabelled
    }

    package var kind: Kind
    package var id: String
    package var quote: String
    package var indicator: String
    package var value: String
    package var unit: String?
    /// The rule that makes it now; of a removed one the rule that made it.
    package var rule: String
    /// Of an observation in place.
    package var changes: [Change] = []
  }

  /// Rows of one table that would come and go.
  package struct Count: Sendable {
    package var added = 0
    package var removed = 0
    package var isNone: Bool { added == 0 && removed == 0 }
  }

  package var state: (old: DocumentState, new: DocumentState)
  package var observationsBefore = 0
  package var observationsAfter = 0
  package var observations: [ObservationChange] = []
  package var facts: [Change] = []
  package var sections = Count()
  package var sentences = Count()
  package var findings = Count()
}
