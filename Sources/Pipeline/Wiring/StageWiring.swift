import Clean
import Documents
import Extract
import Fetch
import Incremental
import Lexicon
import Normalize
import Validate

/// The stages as nodes of the engine's graph: what each reads, makes and depends on.
///
///     content, media -> clean -> page, page.map
///     page -> normalize -> text
///     page, text, hints -> extract -> report, headlines
///     page, report -> validate -> findings
///     headlines of a region -> regions -> findings of the region
struct StageWiring {
  let configuration: Configuration
  /// For documents and for regions.
  private let validator: AtFirstUse<Validator>

  init(configuration: Configuration) {
    self.configuration = configuration
    validator = AtFirstUse(Validator(parameters: configuration.validate))
  }

  /// - Parameter change: what stands in the place of a stage: the stage itself but in tests.
  func graph(_ change: (StageDefinition) -> StageDefinition = { $0 }) throws(EngineError) -> StageGraph {
    try StageGraph(stages: [clean(), normalize(), extract(), validate()].map(change), groupStage: regions())
  }

  private func version(_ stage: StageName, parameters: String? = nil) -> StageVersion {
    StageVersion(
      stage: stage.rawValue,
      code: CodeFingerprints.code(of: stage),
      parameters: configuration.parameters(of: parameters ?? stage.rawValue).map { .init($0.path, $0.value) },
      data: (LexiconUse.digests(of: stage) + overlays(of: stage)).map { .init($0.name, $0.digest) }
    )
  }

  private func overlays(of stage: StageName) -> [(name: String, digest: String)] {
    LexiconUse.overlays(of: stage, in: configuration.overlays).map { ($0.path, Digest(of: $0.bytes).description) }
  }

  private func clean() -> StageDefinition {
    let cleaner = AtFirstUse(Cleaner(parameters: configuration.clean))
    return StageDefinition(
      version: version(.clean),
      inputs: [.content, .attribute("media")],
      outputs: [output("page", Page.self), output("page.map", PageMap.self)]
    ) { arguments in
      let bytes: [UInt8] = try arguments.value(0)
      let name: String = try arguments.value(1)
      let source = SourceDocument(bytes: bytes, mediaType: .init(name: name, bytes: bytes))
      do {
        let made = try cleaner.value.clean(source)
        return StageResult([artifact(made.page), artifact(made.map)], end: made.page.refusal?.words)
      } catch let failure as DocumentFailure {
        throw ItemFailure(failure)
      }
    }
  }

  private func normalize() -> StageDefinition {
    let normalizer = AtFirstUse(Normalizer(parameters: configuration.normalize))
    return StageDefinition(
      version: version(.normalize),
      inputs: [.output("page")],
      outputs: [output("text", NormalText.self)]
    ) { arguments in
      StageResult([artifact(normalizer.value.normalize(try arguments.value(0)))])
    }
  }

  private func extract() -> StageDefinition {
    let extractor = AtFirstUse(Extractor(parameters: configuration.extract))
    return StageDefinition(
      version: version(.extract),
      inputs: [.output("page"), .output("text"), .attribute("hints")],
      outputs: [output("report", Report.self), output("headlines", Headlines.self)]
    ) { arguments in
      let page: Page = try arguments.value(0)
      let made = extractor.value.extract(page: page, text: try arguments.value(1), hints: try arguments.value(2))
      return StageResult([artifact(made.report), artifact(made.headlines)], end: made.report.refusal?.words)
    }
  }

  private func validate() -> StageDefinition {
    return StageDefinition(
      version: version(.validate),
      inputs: [.output("page"), .output("report")],
      outputs: [output("findings", Findings.self)]
    ) { arguments in
      let page: Page = try arguments.value(0)
      return StageResult([artifact(validator.value.validate(page: page, report: try arguments.value(1)))])
    }
  }

  private func regions() -> GroupStageDefinition {
    return GroupStageDefinition(
      version: version(.regions, parameters: StageName.validate.rawValue),
      member: "headlines",
      group: { ($0 as? Headlines)?.facts.region.map(Self.group(of:)) },
      outputs: [output("region.findings", Findings.self)],
      body: { region, members in
        let documents = members.compactMap { member in
          (member.value as? Headlines).map { (uri: member.name, headlines: $0) }
        }
        return StageResult([artifact(validator.value.validate(group: region, documents: documents))])
      }
    )
  }

  /// The region's name with what it lies in ("辽宁省 营口市"): codes change from year to year, and many districts have
  /// one name.
  static func group(of region: DocumentFacts.Region) -> String {
    var parts: [String] = []
    for part in [region.province, region.prefecture, region.name] {
      if let part, !part.isEmpty, part != parts.last { parts.append(part) }
    }
    return parts.joined(separator: " ")
  }
}

private func output<Value: ArtifactCodable>(_ name: String, _ type: Value.Type) -> StageOutput {
  StageOutput(name) { try Value(artifactBytes: $0) }
}

private func artifact(_ value: some ArtifactCodable) -> Artifact {
  Artifact(bytes: value.artifactBytes(), value: value)
}
