import Lexicon

/// Which files of the lexicon each stage reads: their digests stand in its keys, and no others.
enum LexiconUse {
  static func digests(of stage: StageName) -> [(name: String, digest: String)] {
    files(of: stage).map { ($0.name, $0.digest) }
  }

  /// Of the user's files those that lie over one that the stage reads.
  static func overlays(of stage: StageName, in all: [LexiconOverlay]) -> [LexiconOverlay] {
    let names = files(of: stage).map(\.name)
    return all.filter { names.contains($0.name) }
  }

  /// The files that the user's own may lie over.
  static let overlaid: [String] = Set(StageName.allCases.flatMap { files(of: $0).map(\.name) }).sorted()

  private static func files(of stage: StageName) -> [EmbeddedFile] {
    switch stage {
    case .clean: [.furniture, .pageLabels, .pageParts, .tableWords]
    case .normalize: [.headingWords]
    case .extract:
      [.cues, .indicators, .regionAliases, .regions, .reportTypes, .sectionWords, .tableWords, .units, .wordClasses]
    case .validate: [.parts, .plausible, .regions]
    case .regions: [.growthBasis]
    case .fetch, .load: []
    }
  }
}
