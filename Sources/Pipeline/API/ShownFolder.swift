/// What was written to a folder.
package struct ShownFolder: Sendable, Encodable {
  /// How many documents without an output are listed; the count is exact.
  package static let listLimit = 1000

  package var folder: String
  /// Name of the list of the files, in the folder.
  package var index = ""
  /// Files that were not there, or had other content.
  package var written = 0
  package var same = 0
  /// Files of an earlier time whose documents are no more, or have no such output now.
  package var removed = 0
  /// Documents of which the stage made nothing.
  package var nothing = 0
  package var withNothing: [Nothing] = []

  package init(folder: String) {
    self.folder = folder
  }

  package struct Nothing: Sendable, Encodable {
    package var uri: String
    package var reason: String
  }

  mutating func add(_ uri: String, _ reason: String) {
    nothing += 1
    if withNothing.count < Self.listLimit { withNothing.append(Nothing(uri: uri, reason: reason)) }
  }
}
