/// A key that `pipeline.json` may hold, with the value that is in force.
package struct ConfigurationField: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case string, strings, integer, number, bool, object, objects, map
  }

  /// From the top; `[]` stands for any element: `sources[].hints.region`.
  package var path: String
  package var kind: Kind
  /// In a canonical form, default or not; empty for objects and lists of objects.
  package var value: String
}
