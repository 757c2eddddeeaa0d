import Documents
import Fetch
import Foundation
import Incremental
import Load

/// The engine with everything that `pipeline.json` says wired into it.
struct PipelineEngine {
  let engine: Engine
  let sink: WarehouseSink

  init(_ configuration: Configuration, _ surroundings: Surroundings = .init()) throws(EngineError) {
    let reader = FileReader(root: configuration.root, maximumBytes: configuration.maximumDocumentBytes)
    let hints = configuration.sources.map(\.hints)
    let now = surroundings.now
    sink = WarehouseSink(
      path: configuration.warehousePath,
      fingerprint: CodeFingerprints.code(of: .load),
      lists: ReferenceTables(overlaidBy: configuration.overlays),
      timestamp: { Self.timestamp(now()) }
    )
    var engine = Engine(
      graph: try StageWiring(configuration: configuration).graph(surroundings.stage),
      storePath: configuration.storePath,
      sources: configuration.sources.map { source in
        EngineSource(
          name: source.name,
          settings: "\(configuration.maximumDocumentBytes)\n\(source.hints.region ?? "")",
          deletions: DeletionLimits(
            maximumShare: source.deletions.maximumShare,
            maximumCount: source.deletions.maximumCount
          )
        )
      },
      access: ItemAccess(
        read: { name, _ in try Self.read(name, reader) },
        attributes: { name, source in Self.attributes(name, hints[source]) },
        admits: { $0.size <= configuration.maximumDocumentBytes },
        now: now
      ),
      sink: sink
    )
    engine.retention = Retention(configuration.retention)
    self.engine = engine
  }

  private static func read(_ uri: String, _ reader: FileReader) throws -> (bytes: [UInt8], stamp: FileStamp) {
    do throws(FetchError) {
      let contents = try reader.contents(of: uri)
      let stamp = FileStamp(
        size: Int64(contents.stat.size),
        modifiedNanoseconds: Int64(contents.stat.modified),
        changedNanoseconds: Int64(contents.stat.changed),
        inode: Int64(bitPattern: contents.stat.inode)
      )
      return (contents.bytes, stamp)
    } catch {
      if case .document(let failure) = error.code { throw ItemFailure(failure) }
      throw error
    }
  }

  private static func attributes(_ uri: String, _ hints: Configuration.Hints) -> [String: ItemAttribute] {
    // The media type follows from the extension and the bytes, which are an input of their own.
    let media = "document." + (uri as NSString).pathExtension.lowercased()
    let known = Self.hints(uri, hints)
    var key = KeyBuilder(domain: "hints.1")
    key.append(tag: 1, known.region ?? "")
    key.append(tag: 2, known.name)
    return [
      "media": ItemAttribute(digest: Digest(of: media), value: media),
      "hints": ItemAttribute(digest: key.digest, value: known),
    ]
  }

  static func hints(_ uri: String, _ hints: Configuration.Hints) -> SourceHints {
    let file = (uri as NSString).lastPathComponent as NSString
    return SourceHints(region: hints.region, name: file.deletingPathExtension)
  }

  static func nanosecondsSince1970() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func timestamp(_ nanoseconds: Int64) -> String {
    var seconds = time_t(nanoseconds / 1_000_000_000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
