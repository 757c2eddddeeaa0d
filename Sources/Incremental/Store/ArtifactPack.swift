/// Artifacts in one zstd frame, as they go into the store.
struct ArtifactPack: Sendable {
  struct Entry: Sendable {
    var digest: Digest
    /// In the pack's bytes before compression.
    var start: Int
    var size: Int
    /// Whether it takes the place of one that the store has: it was damaged.
    var isRemade: Bool
  }

  let entries: [Entry]
  /// Before compression.
  let size: Int
  let data: [UInt8]
}

/// An artifact that a run made and the store should keep.
struct MadeArtifact: Sendable {
  var digest: Digest
  var bytes: [UInt8]
  /// Whether groups read it: such small ones are read many at a time, and lie apart from the large ones.
  var isMember = false
  /// Whether the store has lost it, or the bytes that it has are damaged.
  var isRemade = false
}

/// Puts the artifacts of neighbouring items together and compresses them: on the worker, not on the writer.
struct PackBuilder {
  /// Reading one artifact costs decompressing its pack.
  static let maximumBytes = 1 << 20

  private var entries: [ArtifactPack.Entry] = []
  private var bytes: [UInt8] = []
  private var seen: Set<Digest> = []
  private(set) var packs: [ArtifactPack] = []

  mutating func add(_ artifact: MadeArtifact) throws(EngineError) {
    guard seen.insert(artifact.digest).inserted else { return }
    if !entries.isEmpty, bytes.count + artifact.bytes.count > Self.maximumBytes { try close() }
    entries.append(
      ArtifactPack.Entry(
        digest: artifact.digest,
        start: bytes.count,
        size: artifact.bytes.count,
        isRemade: artifact.isRemade
      )
    )
    bytes += artifact.bytes
  }

  /// Ends the present pack.
  mutating func close() throws(EngineError) {
    guard !entries.isEmpty else { return }
    packs.append(ArtifactPack(entries: entries, size: bytes.count, data: try Compression.compress(bytes)))
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The artifacts' packs, but for what the store has already.
  static func packs(
    of artifacts: some Sequence<MadeArtifact>,
    unless isStored: (Digest) throws -> Bool
  ) throws -> [ArtifactPack] {
    var members = PackBuilder()
    var others = PackBuilder()
    for artifact in artifacts {
      if !artifact.isRemade, try isStored(artifact.digest) { continue }
      if artifact.isMember { try members.add(artifact) } else { try others.add(artifact) }
    }
    try members.close()
    try others.close()
    return others.packs + members.packs
  }
}
