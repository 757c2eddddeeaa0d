import Documents
import Foundation
import Incremental

extension Pipeline {
  /// What a stage made of a document.
  ///
  /// - Parameter document: a URI or a part of exactly one.
  package func show(_ document: String, stage: StageName) throws(PipelineError) -> ShownArtifact {
    do {
      let (engine, reader, row) = try known(document)
      let steps = try reader.chain(of: row.id)
      let values = StoredValues(engine: engine, reader: reader, row: row, steps: steps)
      let shown = try Self.shown(stage, values)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      let json = String(decoding: try encoder.encode(shown.parts), as: UTF8.self)
      return ShownArtifact(uri: row.name, stage: stage, text: shown.text, json: json)
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  private static func shown(
    _ stage: StageName,
    _ values: StoredValues
  ) throws -> (text: String, parts: [String: AnyPart]) {
    switch stage {
    case .fetch:
      let bytes = try values.content()
      let text = String(decoding: bytes, as: UTF8.self)
      return (text, ["bytes": AnyPart(bytes.count), "text": AnyPart(text)])
    case .clean:
      let page: Page = try values.value("page")
      let map: PageMap = try values.value("page.map")
      return (page.readable, ["page": AnyPart(page), "page.map": AnyPart(map)])
    case .normalize:
      let text: NormalText = try values.value("text")
      return (text.readable, ["text": AnyPart(text)])
    case .extract, .load:
      let page: Page = try values.value("page")
      let report: Report = try values.value("report")
      let headlines: Headlines = try values.value("headlines")
      return (report.readable(page), ["report": AnyPart(report), "headlines": AnyPart(headlines)])
    case .validate:
      let findings: Findings = try values.value("findings")
      return (findings.readable, ["findings": AnyPart(findings)])
    case .regions:
      let findings = try values.groupFindings()
      return (findings.readable, ["findings": AnyPart(findings)])
    }
  }
}

/// A stage's output whose type is told when it is encoded.
private struct AnyPart: Encodable {
  private let value: any Encodable

  init(_ value: any Encodable) {
    self.value = value
  }

  func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
