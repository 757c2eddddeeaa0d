import Documents
import Incremental
import Load

extension Pipeline {
  /// What a stage made of a document. Reads only; what the store does not keep is made again.
  ///
  /// - Parameter document: a URI or a part of exactly one.
  package func show(_ document: String, stage: StageName) throws(PipelineError) -> ShownArtifact {
    do {
      let (engine, reader, row) = try known(document)
      let outputs = try StageOutputs(of: row.name, engine, reader, configuration)
      return try outputs.shown(stage)
    } catch let error as QueryError {
      throw PipelineError(warehouse: error)
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}

/// The outputs of one document's stages, ready to be shown.
struct StageOutputs {
  let uri: String
  let configuration: Configuration
  private let reader: StoreReader
  private let outputs: ItemOutputs

  init(of uri: String, _ engine: Engine, _ reader: StoreReader, _ configuration: Configuration) throws {
    guard let outputs = try ItemOutputs(of: uri, in: engine, reader) else {
      throw PipelineError(.nothingStored, place: uri, cause: "no run has seen this document yet")
    }
    self.outputs = outputs
    self.uri = uri
    self.reader = reader
    self.configuration = configuration
  }

  /// - Parameter query: the warehouse, where several documents are asked for.
  func shown(_ stage: StageName, _ query: WarehouseQuery? = nil) throws -> ShownArtifact {
    var outputs = outputs
    do {
      var json = ShownJSON()
      let content = try content(of: stage, &outputs, query, &json)
      return ShownArtifact(uri: uri, stage: stage, content: content, json: json)
    } catch let missing as ItemOutputs.Missing {
      throw error(missing)
    }
  }

  /// What the figures of the document are read from, and the report that the store has.
  func figuresRead() throws -> (page: Page, text: NormalText, stored: Report, hints: SourceHints) {
    var outputs = outputs
    do {
      return (
        try outputs.value("page"), try outputs.value("text"), try outputs.value("report"),
        outputs.attribute("hints") ?? SourceHints()
      )
    } catch let missing as ItemOutputs.Missing {
      throw error(missing)
    }
  }

  private func content(
    of stage: StageName,
    _ outputs: inout ItemOutputs,
    _ query: WarehouseQuery?,
    _ json: inout ShownJSON
  ) throws -> ShownArtifact.Content {
    switch stage {
    case .fetch:
      let source = try ShownSource(outputs.row, uri, configuration)
      json.add("file", source.facts)
      json.add("text", source.text)
      return .source(source)
    case .clean:
      let page: Page = try outputs.value("page")
      let map: PageMap = try outputs.value("page.map")
      json.add("page", page)
      json.add("page.map", map)
      return .page(ShownPage(page, map, outputs.content(), uri: uri))
    case .normalize:
      let text: NormalText = try outputs.value("text")
      json.add("text", text)
      return .text(ShownText(text))
    case .extract:
      let page: Page = try outputs.value("page")
      let report: Report = try outputs.value("report")
      let headlines: Headlines = try outputs.value("headlines")
      let stated = StatedReport(uri: uri, page: page, report: report)
      json.add("report", report)
      json.add("headlines", headlines)
      json.add("observations", stated.observations)
      let facts = stated.facts.map { ShownFact($0.name, $0.value) }
      return .report(
        ShownReport(facts: facts, region: report.facts.region?.name, observations: stated.observations)
      )
    case .validate:
      let page: Page = try outputs.value("page")
      let report: Report = try outputs.value("report")
      let findings: Findings = try outputs.value("findings")
      let shown = findings.shown(ids: ObservationNames.ids(uri: uri, page: page, report: report))
      json.add("findings", shown)
      return .findings(shown)
    case .load:
      let rows = try ShownRows(uri, query ?? WarehouseQuery(path: configuration.warehousePath))
      for (name, part) in rows.parts { json.add(name, part) }
      json.add("document", rows.document)
      return .rows(rows)
    case .regions:
      let shown = try groupFindings(outputs.row, query)
      json.add("findings", shown)
      return .findings(shown)
    }
  }

  private func groupFindings(_ row: ItemRow, _ query: WarehouseQuery?) throws -> [ShownFinding] {
    guard let group = row.group, let step = try reader.group(named: group)?.step else {
      throw PipelineError(.stageHasNothing, place: uri, cause: "it belongs to no region that was checked")
    }
    if let output = step.outputs.first, let bytes = try reader.artifact(output) {
      return try Findings(artifactBytes: bytes).shown(ids: [])
    }
    // The store does not keep them: the warehouse has the same.
    let rows = try (query ?? WarehouseQuery(path: configuration.warehousePath)).answers(
      to: """
        SELECT rule, severity, message, concerns_uri FROM finding
        WHERE group_key = \(WarehouseQuery.literal(group)) ORDER BY ordinal
        """,
      name: "warehouse"
    )
    return (rows.first?.objects ?? []).map {
      ShownFinding(
        rule: $0.text("rule"),
        severity: $0.text("severity"),
        message: $0.text("message"),
        observation: nil,
        document: $0.optional("concerns_uri")
      )
    }
  }

  private func error(_ missing: ItemOutputs.Missing) -> PipelineError {
    switch missing.cause {
    case .failed(let failure):
      return PipelineError(.stageHasNothing, place: uri, cause: "\(missing.stage) failed: \(failure.message)")
    case .lost:
      return PipelineError(.lostOutput, place: uri, cause: "output of \(missing.stage)")
    case .notRun:
      // An earlier stage says why.
      let steps = outputs.steps
      if let failed = steps.first(where: { $0.failure != nil }), let failure = failed.failure {
        return PipelineError(
          .stageHasNothing,
          place: uri,
          cause: "\(missing.stage) did not run: \(failed.stage) failed: \(failure.message)"
        )
      }
      if let end = steps.lazy.compactMap(\.end).first {
        return PipelineError(.stageHasNothing, place: uri, cause: "\(missing.stage) did not run: \(end)")
      }
      return PipelineError(.nothingStored, place: uri, cause: "\(missing.stage) has not run for it")
    }
  }
}
