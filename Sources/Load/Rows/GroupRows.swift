package import Documents

/// The rows of a group: the findings of a region's checks.
package struct GroupRows: Sendable {
  package let key: String
  package let outputDigest: [UInt8]
  package let rowDigest: [UInt8]
  let findings: RowSet

  package var rowCount: Int { findings.count }

  /// - Parameter key: what names the group in the engine; its rows are found by it again.
  package init(key: String, outputDigest: [UInt8], findings: Findings) {
    self.key = key
    self.outputDigest = outputDigest
    var rows = RowSet(.groupFinding)
    for (ordinal, finding) in findings.findings.enumerated() {
      rows.append(ordinal)
      rows.append(finding.rule)
      rows.append(finding.severity.name)
      rows.append(finding.message)
      rows.append(finding.document)
    }
    self.findings = rows
    rowDigest = RowDigest.digest(of: [rows])
  }
}
