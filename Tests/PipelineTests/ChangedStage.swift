import Incremental

extension StageDefinition {
  /// The stage with other code.
  ///
  /// - Parameters:
  ///   - code: what its keys say of its code; `nil` for what they said before.
  ///   - file: a data file that its keys name besides those that they named before.
  ///   - body: what it does; `nil` for what it did before.
  func changed(
    code: String? = nil,
    file: StageVersion.Setting? = nil,
    body changed: (@Sendable (StageArguments) throws -> StageResult)? = nil
  ) -> StageDefinition {
    let version = StageVersion(
      stage: version.stage,
      code: code ?? version.code,
      parameters: version.parameters,
      data: version.data + (file.map { [$0] } ?? [])
    )
    return StageDefinition(version: version, inputs: inputs, outputs: outputs, body: changed ?? body)
  }
}
