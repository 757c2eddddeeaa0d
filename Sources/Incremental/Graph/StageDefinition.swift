/// What a stage reads.
package enum StageInput: Sendable, Hashable {
  /// The item's bytes.
  case content
  /// Something known of the item from outside its bytes.
  case attribute(String)
  /// An output of an earlier stage, by its name.
  case output(String)

  package var name: String {
    switch self {
    case .content: "content"
    case .attribute(let name): name
    case .output(let name): name
    }
  }
}

/// An output of a stage: it has its own digest and its own readers.
package struct StageOutput: Sendable {
  /// Unique in the graph.
  package let name: String
  /// Turns stored bytes back into the value that readers get.
  package let decode: @Sendable ([UInt8]) throws -> any Sendable

  package init(_ name: String, decode: @escaping @Sendable ([UInt8]) throws -> any Sendable) {
    self.name = name
    self.decode = decode
  }
}

/// Immutable bytes, named by their digest, with the value that they encode.
package struct Artifact: Sendable {
  package let bytes: [UInt8]
  package let digest: Digest
  package let value: any Sendable

  package init(bytes: [UInt8], value: any Sendable) {
    self.bytes = bytes
    self.value = value
    digest = Digest(of: bytes)
  }
}

/// What a stage made.
package struct StageResult: Sendable {
  /// In the order of the stage's outputs.
  package var artifacts: [Artifact]
  /// Why the item's later stages do not run, where they must not: the outputs stand.
  package var end: String?

  package init(_ artifacts: [Artifact], end: String? = nil) {
    self.artifacts = artifacts
    self.end = end
  }
}

/// The item's own fault: the same in every run. Stored with the action key and tried again when that key differs.
/// Anything else that a stage throws passes by itself: it is tried again in each run.
package struct ItemFailure: Error, Sendable, Hashable {
  package var code: String
  package var message: String

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// A node of every item's chain: a pure function of its inputs.
package struct StageDefinition: Sendable {
  package let version: StageVersion
  package let inputs: [StageInput]
  package let outputs: [StageOutput]
  package let body: @Sendable (StageArguments) throws -> StageResult

  package init(
    version: StageVersion,
    inputs: [StageInput],
    outputs: [StageOutput],
    body: @escaping @Sendable (StageArguments) throws -> StageResult
  ) {
    self.version = version
    self.inputs = inputs
    self.outputs = outputs
    self.body = body
  }

  package var name: String { version.stage }
}

/// A node over all items of one group, by one small output of each.
package struct GroupStageDefinition: Sendable {
  package let version: StageVersion
  /// Name of the output that members give.
  package let member: String
  /// The group that an item belongs to, by that output's value.
  package let group: @Sendable (any Sendable) -> String?
  package let outputs: [StageOutput]
  /// The members come in the order of their names.
  package let body: @Sendable (String, [(name: String, value: any Sendable)]) throws -> StageResult

  package init(
    version: StageVersion,
    member: String,
    group: @escaping @Sendable (any Sendable) -> String?,
    outputs: [StageOutput],
    body: @escaping @Sendable (String, [(name: String, value: any Sendable)]) throws -> StageResult
  ) {
    self.version = version
    self.member = member
    self.group = group
    self.outputs = outputs
    self.body = body
  }

  package var name: String { version.stage }
}

/// The values of a stage's inputs, in the order in which it declares them.
package struct StageArguments: Sendable {
  private let values: [any Sendable]

  package init(_ values: [any Sendable]) {
    self.values = values
  }

  /// - Throws: ``EngineError`` where the input is of another type: the stage was declared wrongly.
  package func value<Value>(_ index: Int, as type: Value.Type = Value.self) throws -> Value {
    guard values.indices.contains(index), let value = values[index] as? Value else {
      throw EngineError(.bug, place: "input \(index)", cause: "it is no \(type)")
    }
    return value
  }
}
