/// The digest of each stage's code, taken at build time (see `Plugins/FingerprintCode`).
enum CodeFingerprints {
  static func code(of stage: StageName) -> String {
    switch stage {
    case .clean: StageCode.clean
    case .normalize: StageCode.normalize
    case .extract: StageCode.extract
    case .validate, .regions: StageCode.validate
    case .load: StageCode.load
    // Bytes are what they are, whatever reads them.
    case .fetch: ""
    }
  }
}
