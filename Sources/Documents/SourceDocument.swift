/// What fetch hands to clean: the bytes as they came, and of the transport only what clean reads.
package struct SourceDocument: Sendable, Equatable {
  package enum MediaType: UInt8, Sendable, Encodable {
    case html
    case plainText
  }

  package var bytes: [UInt8]
  package var mediaType: MediaType
  /// The charset label that the transport declared, as it came; `nil` for files.
  package var charsetLabel: String?
  /// Where the document can be read on the web; `nil` for files.
  package var url: String?

  package init(bytes: [UInt8], mediaType: MediaType, charsetLabel: String? = nil, url: String? = nil) {
    self.bytes = bytes
    self.mediaType = mediaType
    self.charsetLabel = charsetLabel
    self.url = url
  }
}
