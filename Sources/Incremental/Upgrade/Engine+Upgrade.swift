// The stages that an earlier run was let go on with.
extension Engine {
  private static let passedName = "upgrade.passed"

  /// Digest of the stages as they are now, of the sink's code and of what the sources say of their items.
  private var stagesDigest: Digest {
    var key = KeyBuilder(domain: "stages.1")
    for plan in plans().sorted() { key.append(tag: 1, plan) }
    key.append(tag: 2, sink?.fingerprint ?? "")
    return key.digest
  }

  /// Whether the stages are those that ``passUpgrade()`` was last called for: one look-up.
  package func hasPassedUpgrade() throws(EngineError) -> Bool {
    try existingStore()?.meta(Self.passedName) == stagesDigest.bytes
  }

  /// Lets runs with these stages go on, this one and those that take up what it leaves.
  package func passUpgrade() throws {
    let writer = try StoreWriter(path: storePath)
    try writer.transaction { try writer.setMeta(Self.passedName, stagesDigest.bytes) }
  }
}
