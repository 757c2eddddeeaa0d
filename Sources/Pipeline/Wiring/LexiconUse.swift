import Lexicon

/// Which files of the lexicon each stage reads: their digests stand in its keys.
enum LexiconUse {
  static func digests(of stage: StageName) -> [(name: String, digest: String)] {
    files(of: stage).map { ($0.name, $0.digest) }
  }

  private static func files(of stage: StageName) -> [EmbeddedFile] {
    switch stage {
    case .clean: []
    case .normalize: []
    case .extract: [.regions]
    case .validate, .regions: []
    case .fetch, .load: []
    }
  }
}
