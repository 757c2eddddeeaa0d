/// What a validation rule says of a document, an observation or a group.
package struct Finding: Equatable, ArtifactCodable, Encodable {
  package enum Severity: UInt8, Sendable, Encodable, Comparable, CaseIterable {
    case info, warning, error

    package var name: String {
      switch self {
      case .info: "info"
      case .warning: "warning"
      case .error: "error"
      }
    }

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(name)
    }
  }

  package var rule: String
  package var severity: Severity
  /// Says what, with the sentence quoted.
  package var message: String
  /// Index into ``Report/observations``; of a group's finding `nil`.
  package var observation: Int?
  /// Of a group's finding: the document that it concerns most.
  package var document: String?

  package init(
    rule: String,
    severity: Severity,
    message: String,
    observation: Int? = nil,
    document: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.observation = observation
    self.document = document
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(rule)
    writer.write(severity)
    writer.write(message)
    writer.write(observation)
    writer.write(document)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    rule = try reader.readString()
    severity = try reader.readEnum()
    message = try reader.readString()
    observation = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    document = try reader.readOptional { reader throws(ArtifactError) in try reader.readString() }
  }
}

/// The findings of one document or group, in the order of the rules: what validate makes, artifact `findings`.
package struct Findings: Equatable, ArtifactCodable, Encodable {
  package var findings: [Finding]

  package init(_ findings: [Finding] = []) {
    self.findings = findings
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(findings)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    findings = try reader.readArray()
  }
}
