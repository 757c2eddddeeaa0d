extension ConfigurationError: CustomStringConvertible {
  /// A paragraph a problem: where (so that an editor can jump there), what, and the way out.
  package var description: String {
    problems.map { problem in
      var place = file
      if let position = problem.position { place += ":\(position.line):\(position.column)" }
      let path = problem.keyPath.isEmpty ? "" : "\(problem.keyPath): "
      return "\(place): \(path)\(problem.code.message)"
    }.joined(separator: "\n")
  }
}

extension ConfigurationError.Problem.Code {
  package var message: String {
    switch self {
    case .missingFile:
      """
      there is no such file
        Run the command in the folder that holds pipeline.json, or name the file with --config. The smallest one is
        {"sources": [{"files": ["reports/**/*.html"]}]}
      """
    case .unreadableFile(let reason):
      "cannot be read: \(reason)"
    case .syntax(let what):
      "this is not JSON: \(what)"
    case .unknownKey(let key, let nearest, let known):
      if let nearest {
        "unknown key \(quoted(key)); did you mean \(quoted(nearest))?"
      } else if known.isEmpty {
        "unknown key \(quoted(key)); nothing can be set here"
      } else {
        "unknown key \(quoted(key)); known here: \(known.joined(separator: ", "))"
      }
    case .missingKey(let key):
      "the key \(quoted(key)) is missing"
    case .wrongType(let expected, let found), .invalidValue(let expected, let found):
      "expected \(expected), found \(found)"
    case .conflictingHints(let document, let first, let second):
      """
      the sources \(quoted(first)) and \(quoted(second)) both list \(document), with different hints
        Let their globs not overlap, or give both the same hints.
      """
    }
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }
}

extension JSONSyntaxError.Problem {
  var message: String {
    switch self {
    case .invalidUTF8: "a byte here is not UTF-8; save the file as UTF-8"
    case .expected(let expected, let found): "expected \(expected), found '\(found)'"
    case .endOfText(let expected): "the text ends where \(expected) should follow"
    case .controlCharacter: "a line break or control character inside a string; write \\n, or close the quote"
    case .unknownEscape: #"unknown escape; JSON knows \" \\ \/ \b \f \n \r \t and \uXXXX"#
    case .loneSurrogate: "half of a surrogate pair"
    case .invalidNumber(let text): "'\(text)' is no number of JSON"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    case .duplicateKey(let key, let first):
      "the key \"\(key)\" stands twice in this object, first in line \(first.line), column \(first.column); remove one"
    case .textAfterValue(let found): "expected the end of the file, found '\(found)'"
    }
  }
}
