/// What a stage is, apart from the inputs of one item: the part of the action key that all items share.
package struct StageVersion: Sendable, Hashable {
  /// A parameter that the stage reads, or a data file by its digest.
  package struct Setting: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package let stage: String
  /// Fingerprint of the stage's code.
  package let code: String
  /// Exactly those that the stage reads, in the order of their names.
  package let parameters: [Setting]
  /// Exactly the data files that the stage reads, with their digests, in the order of their names.
  package let data: [Setting]
  package let digest: Digest
  private let prefix: [UInt8]

  package init(stage: String, code: String, parameters: [Setting] = [], data: [Setting] = []) {
    self.stage = stage
    self.code = code
    self.parameters = parameters.sorted { $0.name < $1.name }
    self.data = data.sorted { $0.name < $1.name }
    var key = KeyBuilder(domain: "action.1")
    key.append(tag: 1, stage)
    key.append(tag: 2, code)
    for parameter in self.parameters {
      key.append(tag: 3, parameter.name)
      key.append(tag: 4, parameter.value)
    }
    for file in self.data {
      key.append(tag: 5, file.name)
      key.append(tag: 6, file.value)
    }
    prefix = key.prefix
    digest = key.digest
  }

  /// The action key of the stage for these inputs, in the order in which the stage declares them.
  package func actionKey(inputs: [Digest]) -> Digest {
    var key = KeyBuilder(prefix: prefix)
    for input in inputs { key.append(tag: 7, input) }
    return key.digest
  }

  /// The action key of a group stage: the members in the order of their names.
  package func actionKey(group: String, members: [(name: String, digest: Digest)]) -> Digest {
    var key = KeyBuilder(prefix: prefix)
    key.append(tag: 8, group)
    for member in members {
      key.append(tag: 9, member.name)
      key.append(tag: 10, member.digest)
    }
    return key.digest
  }

  package static func == (left: StageVersion, right: StageVersion) -> Bool { left.digest == right.digest }
  package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
