/// What a page says of itself, each with where it was found.
package struct PageMetadata: Equatable, ArtifactCodable, Encodable {
  package enum Place: UInt8, Sendable, Encodable {
    case metaTag
    case openGraph
    case linkedData
    /// A labelled line near the title ("发布时间：").
    case labelledLine
    case heading
    case titleTag
    case breadcrumb
    case url
    case footer
  }

  /// The article's own title, never the site's.
  package var title: Found<String>?
  package var publishedOn: Found<CalendarDate>?
  package var source: Found<String>?
  package var author: Found<String>?
  package var site: Found<String>?
  package var column: Found<String>?
  /// 索引号.
  package var indexNumber: Found<String>?
  /// From the site's start page down, without "当前位置".
  package var breadcrumb: [String] = []
  package var previous: Link?
  package var next: Link?
  package var attachments: [Link] = []
  package var canonicalURL: String?

  package init() {}

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(title)
    writer.write(publishedOn)
    writer.write(source)
    writer.write(author)
    writer.write(site)
    writer.write(column)
    writer.write(indexNumber)
    writer.write(breadcrumb)
    writer.write(previous)
    writer.write(next)
    writer.write(attachments)
    writer.write(canonicalURL)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    title = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    publishedOn = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    source = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    author = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    site = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    column = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    indexNumber = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    breadcrumb = try reader.readStrings()
    previous = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    next = try reader.readOptional { reader throws(ArtifactError) in try reader.read() }
    attachments = try reader.readArray()
    canonicalURL = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
  }
}

/// A value of the metadata and where it stood.
package struct Found<Value: ArtifactCodable & Equatable & Encodable>: Equatable, ArtifactCodable, Encodable {
  package var value: Value
  package var place: PageMetadata.Place

  package init(_ value: Value, at place: PageMetadata.Place) {
    self.value = value
    self.place = place
  }

  package func encode(into writer: inout ArtifactWriter) {
    value.encode(into: &writer)
    writer.write(place)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    value = try Value(from: &reader)
    place = try reader.readEnum()
  }
}

extension String: ArtifactCodable {
  package func encode(into writer: inout ArtifactWriter) {
    writer.write(self)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    self = try reader.readString()
  }
}

/// A link with its text.
package struct Link: Equatable, ArtifactCodable, Encodable {
  package var text: String
  /// As written in the page.
  package var target: String

  package init(text: String, target: String) {
    self.text = text
    self.target = target
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(text)
    writer.write(target)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    text = try reader.readString()
    target = try reader.readString()
  }
}
