/// Bytes that are not the artifact they should be.
package struct ArtifactError: Error, Equatable, CustomStringConvertible {
  package enum Problem: Sendable {
    case truncated
    case invalidValue
    case trailingBytes
  }

  /// Byte offset in the artifact.
  package let offset: Int
  package let problem: Problem

  package init(offset: Int, problem: Problem) {
    self.offset = offset
    self.problem = problem
  }

  package var description: String {
    switch problem {
    case .truncated: "the artifact ends early, at byte \(offset)"
    case .invalidValue: "the artifact has an invalid value at byte \(offset)"
    case .trailingBytes: "the artifact goes on after its end at byte \(offset)"
    }
  }
}
