import Clean
import Documents
import Fetch
import Incremental

extension ShownSource {
  init(_ row: ItemRow, _ uri: String, _ configuration: Configuration) throws {
    let reader = FileReader(root: configuration.root, maximumBytes: configuration.maximumDocumentBytes)
    let bytes: [UInt8]
    do throws(FetchError) {
      bytes = try reader.contents(of: uri).bytes
    } catch {
      throw PipelineError(
        .stageHasNothing,
        place: uri,
        cause: error.code == .vanished ? "the file is not there any more" : "\(error)"
      )
    }
    let source = SourceDocument(bytes: bytes, mediaType: .init(name: uri, bytes: bytes))
    let digest = Digest(of: bytes)
    let isSame = digest == row.content
    // Decoded as clean would do it; where it could not, byte by byte.
    let charset = PageMap.charset(of: source) ?? "UTF-8"
    let text = SourceText(bytes, 0..<bytes.count, charset: charset)
    self.init(
      facts: [
        ShownFact("bytes", String(bytes.count)), ShownFact("media", source.mediaType == .html ? "html" : "text"),
        ShownFact("charset", charset), ShownFact("sha-256", digest.hex),
        ShownFact("since the last run", isSame ? "as it was read" : "changed"),
      ],
      text: text.whole
    )
  }
}

extension PageMap {
  /// The charset that clean reads a document in; `nil` where it cannot read it.
  fileprivate static func charset(of source: SourceDocument) -> String? {
    (try? Cleaner().clean(source))?.map.charset
  }
}
