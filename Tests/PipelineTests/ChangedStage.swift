import Incremental

extension StageDefinition {
  /// The stage with other code.
  ///
  /// - Parameters:
  ///   - code: what its keys say of its code; `nil` for what they said before.
  ///   - body: what it does; `nil` for what it did before.
  func changed(
    code: String? = nil,
    body changed: (@Sendable (StageArguments) throws -> StageResult)? = nil
  ) -> StageDefinition {
    let version = StageVersion(
      stage: version.stage,
      code: code ?? version.code,
      parameters: version.parameters,
      data: version.data
    )
    return StageDefinition(version: version, inputs: inputs, outputs: outputs, body: changed ?? body)
  }
}
