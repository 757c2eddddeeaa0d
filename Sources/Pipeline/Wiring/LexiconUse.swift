import Lexicon

/// Which files of the lexicon each stage reads: their digests stand in its keys.
enum LexiconUse {
  static func digests(of stage: StageName) -> [(name: String, digest: String)] {
    files(of: stage).map { ($0.name, $0.digest) }
  }

  private static func files(of stage: StageName) -> [EmbeddedFile] {
    switch stage {
    case .clean: [.furniture, .pageLabels, .pageParts]
    case .normalize: [.headingWords]
    case .extract:
      [.cues, .growthBasis, .headingWords, .indicators, .regionAliases, .regions, .reportTypes, .units]
    case .validate, .regions: [.growthBasis, .indicators, .parts, .plausible, .regions, .units]
    case .fetch, .load: []
    }
  }

  /// Every file that some stage reads; a test holds the lexicon against it.
  static var all: Set<String> {
    Set(StageName.allCases.flatMap { files(of: $0).map(\.name) })
  }
}
