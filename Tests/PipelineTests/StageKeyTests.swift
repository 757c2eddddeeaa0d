import Incremental
import Pipeline
import Testing

/// A key holds what its stage reads, and nothing else.
@Suite struct StageKeyTests {
  enum Change: Sendable, CaseIterable {
    case nothing, cleanParameter, normalizeParameter, terms, rule, hint, extractLexicon, normalizeCode, validateCode
    case otherSource, ownFurniture, ownHeadings, ownBounds

    func make(_ sandbox: Sandbox) throws {
      var json = ("", "{}", "{}", "{}", "{}", "files")
      switch self {
      case .nothing: break
      case .cleanParameter: json.1 = #"{"maximumBytes": 30000000}"#
      case .normalizeParameter: json.2 = #"{"longestHeading": 61}"#
      case .terms: json.3 = #"{"terms": {"words": ["就业"]}}"#
      case .rule: json.4 = #"{"rules": {"duplicate-report": "off"}}"#
      case .hint: json.0 = #", "hints": {"region": "营口市"}"#
      case .extractLexicon: Self.change(sandbox, "extract") { $0.changed(file: .init("new.tsv", "other")) }
      case .normalizeCode: Self.change(sandbox, "normalize") { $0.changed(code: "other") }
      case .validateCode: Self.change(sandbox, "validate") { $0.changed(code: "other") }
      case .otherSource: json.5 = "other"
      case .ownFurniture:
        try sandbox.write("own/page-labels.tsv", "label\tfield\trank\tseen\n签批日\tpublished\t1\town\n")
      case .ownHeadings: try sandbox.write("own/heading-words.tsv", "words\trole\tseen\n账本\ttop\town\n")
      case .ownBounds:
        try sandbox.write(
          "own/plausible.tsv",
          "code\tmeasure\tlevel\tminimum\tmaximum\tseen\nother\tlevel\tany\t0\t1\town\n"
        )
      }
      let lexicon = [.ownFurniture, .ownHeadings, .ownBounds].contains(self) ? #""own""# : ""
      let text = """
        {"lexicon": [\(lexicon)], "sources": [{"name": "\(json.5)", "files": ["docs/**/*.txt"]\(json.0)}], "clean": \(json.1),
         "normalize": \(json.2), "extract": \(json.3), "validate": \(json.4)}
        """
      sandbox.configuration = try PipelineConfiguration.read(Array(text.utf8), root: sandbox.root)
    }

    private static func change(
      _ sandbox: Sandbox,
      _ name: String,
      _ body: @escaping @Sendable (StageDefinition) -> StageDefinition
    ) {
      sandbox.surroundings.stage = { $0.name == name ? body($0) : $0 }
    }

    /// The stages that run again, for each of the documents, or of the one region.
    var runs: [StageName: Int] {
      switch self {
      case .nothing, .otherSource: [:]
      case .cleanParameter, .ownFurniture: [.clean: 3]
      case .normalizeParameter, .normalizeCode, .ownHeadings: [.normalize: 3]
      case .terms: [.extract: 3, .validate: 3, .load: 3]
      case .rule: [.validate: 3, .regions: 1]
      case .hint, .extractLexicon: [.extract: 3]
      case .validateCode, .ownBounds: [.validate: 3]
      }
    }

    var reason: Reason.Kind? {
      switch self {
      case .nothing, .otherSource: nil
      case .cleanParameter, .normalizeParameter, .terms, .rule: .parameterChanged
      case .hint: .inputChanged
      case .extractLexicon, .ownFurniture, .ownHeadings, .ownBounds: .lexiconChanged
      case .normalizeCode, .validateCode: .codeChanged
      }
    }
  }

  @Test(arguments: Change.allCases)
  func `A change runs the stages again that read it`(change: Change) async throws {
    let sandbox = try Sandbox()
    for year in 2022...2024 { try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year)) }
    try Change.nothing.make(sandbox)
    try await sandbox.run()
    try change.make(sandbox)
    let plan = try await sandbox.pipeline.plan()
    let summary = try await sandbox.run()
    for name in StageName.allCases where name != .fetch {
      #expect(sandbox.stage(summary, name).ran == change.runs[name] ?? 0, "\(name)")
    }
    // The first of them is known to run, and why.
    let order: [StageName] = [.clean, .normalize, .extract, .validate]
    if let first = order.first(where: { change.runs[$0] != nil }) {
      let planned = plan.stages.first { $0.stage == first }
      #expect(planned?.willRun == 3)
      #expect(planned?.reasons.first?.reason.kind == change.reason)
    }
    #expect(plan.faults(beside: summary, RunOptions()).isEmpty)
    let quiet = try await sandbox.run()
    #expect(!quiet.wroteWarehouse)
    for name in StageName.allCases where name != .fetch { #expect(sandbox.stage(quiet, name).ran == 0) }
  }
}
