/// What the stages as they are now would change of what is loaded, found on a sample of the documents and without
/// writing a byte.
///
/// A document is held against its rows in the warehouse: they are what people trust, they are there when the store was
/// deleted or collected, and they show what another loader changes too. An observation is known by its
/// `observation_id`, which is not of value, code or rule: one that only gets another value is changed, not another.
package struct UpgradeSample: Sendable, Encodable {
  /// How many documents are drawn, and how. Equal seeds draw equal documents.
  package struct Draw: Sendable, Equatable {
    package var size: Int
    package var seed: UInt64

    package init(size: Int = 200, seed: UInt64 = 1) {
      self.size = size
      self.seed = seed
    }
  }

  package var seed: UInt64
  /// How many were to be drawn.
  package var drawn: Int
  /// Documents in the warehouse that the changed stages would do again.
  package var candidates = 0
  /// How many of them were taken through the stages and held against their rows.
  package var sampled = 0
  /// Drawn and left out: they changed themselves, or cannot be read now.
  package var leftOut = 0
  /// What is another than when the sampled documents were last done.
  package var stages: [StageChange] = []
  package var observations = Observations()
  package var documents = Documents()
  /// Rows of these tables that come and go.
  package var sections = Rows()
  package var sentences = Rows()
  package var findings = Rows()
  package var examples: [Example] = []
  /// The limit of `pipeline.json`; 1 where any share may change.
  package var maximumChangedShare = 1.0
  package var seconds = 0.0

  package init(_ draw: Draw) {
    seed = draw.seed
    drawn = draw.size
  }

  /// Whether a run would stop for it.
  package var isOverLimit: Bool {
    max(observations.share, documents.restatedShare) > maximumChangedShare
  }

  package struct StageChange: Sendable, Encodable {
    package var stage: StageName
    package var reason: Reason
    /// Of those sampled.
    package var documents: Int
  }

  package struct Observations: Sendable, Encodable {
    package var before = 0
    package var after = 0
    package var added = 0
    package var removed = 0
    /// They state something else under the same id.
    package var changed = 0
    /// They state the same; which rule found them, how sure it is or where their quote begins differs.
    package var relabelled = 0
    /// Added, removed and changed ones of all that were there or would be, from 0 to 1.
    package var share = 0.0
    /// So far from the share of all candidates the sample's may lie, in 19 of 20 samples; `nil` where it cannot be told.
    package var margin: Double?
    /// Extrapolated: added, removed and changed ones of all candidates.
    package var estimate = 0
    package var fields: [FieldCount] = []
    package var rules: [RuleCount] = []
  }

  package struct Documents: Sendable, Encodable {
    /// Any observation added, removed or changed, or a fact or the state another.
    package var changed = 0
    package var share = 0.0
    /// Extrapolated to all candidates.
    package var estimate = 0
    /// Region, type, year, title or state another.
    package var restated = 0
    package var restatedShare = 0.0
    package var facts: [FieldCount] = []
    package var states: [StateChange] = []
  }

  /// What would become of an observation.
  package enum Kind: String, Sendable, Encodable {
    case added, removed
    /// It states something else.
    case changed
    /// It states the same, found otherwise.
    case relabelled
  }

  package struct FieldCount: Sendable, Encodable {
    package var field: String
    package var count: Int
  }

  package struct RuleCount: Sendable, Encodable {
    package var rule: String
    package var added = 0
    package var removed = 0
    package var changed = 0
    package var relabelled = 0

    var total: Int { added + removed + changed + relabelled }
  }

  package struct StateChange: Sendable, Encodable {
    package var old: DocumentState
    package var new: DocumentState
    package var documents: Int
  }

  package struct Rows: Sendable, Encodable {
    package var added = 0
    package var removed = 0
  }

  package struct Example: Sendable, Encodable {
    package var document: String
    /// `nil` for a fact of the document.
    package var kind: Kind?
    package var observation: String?
    package var quote: String?
    package var indicator: String?
    package var rule: String?
    /// Of what is added or removed.
    package var value: String?
    package var unit: String?
    package var field: String?
    package var old: String?
    package var new: String?
  }
}
