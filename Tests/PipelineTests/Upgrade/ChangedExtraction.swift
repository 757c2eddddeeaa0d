import Documents
import Incremental

/// Stages of other code, whose key says so.
enum ChangedExtraction {
  /// extract whose reports are changed behind it; its headlines stay.
  static func reports(
    code: String = "other",
    _ change: @escaping @Sendable (inout Report) throws -> Void
  ) -> @Sendable (StageDefinition) -> StageDefinition {
    { stage in
      guard stage.name == "extract" else { return stage }
      return stage.changed(code: code) { arguments in
        var made = try stage.body(arguments)
        guard var report = made.artifacts[0].value as? Report else { return made }
        try change(&report)
        made.artifacts[0] = Artifact(bytes: report.artifactBytes(), value: report)
        return made
      }
    }
  }

  /// extract in which every observation is changed.
  static func observations(
    _ change: @escaping @Sendable (inout Observation) -> Void
  ) -> @Sendable (StageDefinition) -> StageDefinition {
    reports { report in for index in report.observations.indices { change(&report.observations[index]) } }
  }

  /// The same stage, of other code that makes the same.
  static func same(_ name: String) -> @Sendable (StageDefinition) -> StageDefinition {
    { $0.name == name ? $0.changed(code: "other") : $0 }
  }
}
