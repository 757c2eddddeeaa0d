package import Clean
package import Extract
package import Lexicon
package import Normalize
package import Validate

/// What a `pipeline.json` says, with a default for whatever it leaves out but `sources`.
package struct Configuration: Equatable, Sendable {
  /// Where documents come from.
  package struct Source: Equatable, Sendable {
    package var name: String
    /// Globs, relative to ``Configuration/root`` or absolute.
    package var files: [String]
    package var hints: Hints
    package var deletions: DeletionGuard

    package init(
      name: String = "files",
      files: [String],
      hints: Hints = .init(),
      deletions: DeletionGuard = .init()
    ) {
      self.name = name
      self.files = files
      self.hints = hints
      self.deletions = deletions
    }
  }

  /// What is known of all documents of a source.
  package struct Hints: Hashable, Sendable {
    /// Name or code of the region that the reports are of.
    package var region: String?

    package init(region: String? = nil) {
      self.region = region
    }
  }

  /// When the documents that vanished from a source are too many to be true: more than both.
  package struct DeletionGuard: Hashable, Sendable {
    /// Of the source's documents, from 0 to 1.
    package var maximumShare = 0.2
    package var maximumCount = 10

    package init(maximumShare: Double = 0.2, maximumCount: Int = 10) {
      self.maximumShare = maximumShare
      self.maximumCount = maximumCount
    }
  }

  /// How much of what is loaded other stages may change before somebody has looked.
  package struct Upgrade: Hashable, Sendable {
    /// Of the observations, from 0 to 1; 1 for any.
    package var maximumChangedShare = 1.0
    /// Documents that are tried.
    package var sample = 200

    package init(maximumChangedShare: Double = 1, sample: Int = 200) {
      self.maximumChangedShare = maximumChangedShare
      self.sample = sample
    }
  }

  /// What the store keeps beyond what documents of today need.
  package struct Retention: Equatable, Sendable {
    /// Of the store; `nil` for no limit.
    package var maximumSize: ByteCount?
    /// Of results that neither a document of today nor the history rests on.
    package var maximumAge = Age(seconds: 90 * 86_400)
    /// Changed versions of a document in the history, the present one included.
    package var versions = 5
    /// Runs in the history.
    package var runs = 1000

    package init() {}
  }

  /// For people; the folder's name where the file gives none.
  package var name: String
  /// The folder of `pipeline.json`, absolute, without a slash at its end. Every URI of a file is relative to it.
  package var root: String
  /// At least one; their names differ.
  package var sources: [Source]
  /// Absolute.
  package var storePath: String
  /// Absolute.
  package var warehousePath: String
  package var upgrade = Upgrade()
  package var retention = Retention()

  /// The user's own words, in the order in which they are laid over the built-in ones.
  package internal(set) var overlays: [LexiconOverlay] = []

  package var clean = CleanParameters()
  package var normalize = NormalizeParameters()
  package var extract = ExtractParameters()
  package var validate = ValidateParameters()

  /// Every key that the file may hold, with the value in force.
  package var fields: [ConfigurationField] = []

  /// - Parameter root: absolute.
  package init(root: String, sources: [Source]) {
    self.root = root
    self.sources = sources
    name = FolderPath.lastPart(of: root) ?? "gongbao"
    storePath = FolderPath.absolute(".gongbao/store.sqlite", in: root)
    warehousePath = FolderPath.absolute("build/warehouse.sqlite", in: root)
  }

  /// A file larger than this is not read: a deterministic failure of its document.
  package var maximumDocumentBytes: Int { clean.maximumBytes }

  /// The values in force below one key of the top ("extract"), with paths from the top. Their order is that of reading.
  package func parameters(of stage: String) -> [ConfigurationField] {
    fields.filter { $0.path.hasPrefix(stage + ".") && $0.kind != .object && $0.kind != .objects }
  }
}
