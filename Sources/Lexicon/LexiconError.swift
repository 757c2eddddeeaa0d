/// A fault in a data file of the lexicon: which file, which line, what is wrong.
package struct LexiconError: Error, Equatable, CustomStringConvertible {
  package enum Problem: Equatable, Sendable {
    case notUTF8
    case noHeader
    case missingColumn(String)
    case unknownColumn(String)
    case repeatedColumn(String)
    case columnCount(expected: Int, found: Int)
    case empty(column: String)
    /// The first stands in the same file, or in another that this one lies over.
    case double(key: String, firstFile: String, firstLine: Int)
    case malformed(column: String, value: String, expected: String)
  }

  /// File name inside `Sources/Lexicon/Data`, or the path of a file of the user's.
  package var file: String
  /// From 1; 0 where no line can be told.
  package var line: Int
  package var problem: Problem

  package init(file: String, line: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  package var description: String {
    "\(file):\(line): \(wording)"
  }

  private var wording: String {
    switch problem {
    case .notUTF8: "the file is not UTF-8"
    case .noHeader: "there is no header line; name the columns, separated by tabs"
    case .missingColumn(let name): "the header has no column '\(name)'"
    case .unknownColumn(let name): "the header has a column '\(name)' that nothing reads"
    case .repeatedColumn(let name): "the header names the column '\(name)' twice"
    case .columnCount(let expected, let found): "the line has \(found) columns, the header \(expected)"
    case .empty(let column): "the column '\(column)' is empty"
    case .double(let key, let first, let line):
      "'\(key)' stands in \(first == file ? "" : "\(first), ")line \(line) already"
    case .malformed(let column, let value, let expected): "the column '\(column)' has '\(value)', not \(expected)"
    }
  }
}
