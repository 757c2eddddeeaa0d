/// A data file of the lexicon: UTF-8, columns separated by tabs, one row a line.
///
/// Lines that begin with `#` and blank lines are comments. The first other line is the header. A row has exactly the
/// header's columns; only columns named as `optional` may be empty, and no two rows have the same key. White space at
/// either end of a field is a fault of the file and stays: rules are matched byte by byte.
package struct TSVTable: Sendable {
  /// File name, for errors.
  package let file: String
  package let columns: [String]
  package let rows: [TSVRow]

  /// - Parameters:
  ///   - columns: exactly the columns that the header must have, in any order.
  ///   - key: the columns that tell rows apart; without any, whole rows must differ.
  ///   - optional: the columns that may be empty.
  package init(
    _ embedded: EmbeddedFile,
    columns: [String],
    key: [String] = [],
    optional: Set<String> = []
  ) throws(LexiconError) {
    try self.init(file: embedded.name, bytes: Array(embedded.bytes), columns: columns, key: key, optional: optional)
  }

  init(file: String, columns: [String], rows: [TSVRow]) {
    self.file = file
    self.columns = columns
    self.rows = rows
  }

  package init(
    file: String,
    bytes: [UInt8],
    columns expected: [String],
    key: [String] = [],
    optional: Set<String> = []
  ) throws(LexiconError) {
    func fault(_ line: Int, _ problem: LexiconError.Problem) -> LexiconError {
      LexiconError(file: file, line: line, problem: problem)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw fault(0, .notUTF8) }

    var header: TSVHeader?
    var rows: [TSVRow] = []
    var seen: [[UInt8]: Int] = [:]
    var keyColumns: [Int] = []
    var required: [Int] = []
    var line = 0
    for content in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let isBlank = content.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard !isBlank, content.first != UInt8(ascii: "#") else { continue }
      let fields = content.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)

      guard let known = header else {
        let found = try TSVHeader(fields.map { String(decoding: $0, as: UTF8.self) }, expected: expected) {
          (problem) throws(LexiconError) in throw fault(line, problem)
        }
        keyColumns = (key.isEmpty ? expected : key).compactMap { found.index[$0] }
        required = expected.filter { !optional.contains($0) }.compactMap { found.index[$0] }
        header = found
        continue
      }

      guard fields.count == known.columns.count else {
        throw fault(line, .columnCount(expected: known.columns.count, found: fields.count))
      }
      for column in required where fields[column].isEmpty {
        throw fault(line, .empty(column: known.columns[column]))
      }
      let identity = Array(keyColumns.map { fields[$0] }.joined(separator: [UInt8(ascii: "\t")]))
      if let first = seen.updateValue(line, forKey: identity) {
        throw fault(line, .double(key: String(decoding: identity, as: UTF8.self), firstFile: file, firstLine: first))
      }
      rows.append(TSVRow(file: file, line: line, header: known, fields: fields))
    }
    guard let header else { throw fault(max(line, 1), .noHeader) }
    self.file = file
    self.columns = header.columns
    self.rows = rows
  }
}

/// The columns of a file, shared by its rows.
struct TSVHeader: Sendable {
  let columns: [String]
  let index: [String: Int]

  init(
    _ columns: [String],
    expected: [String],
    fault: (LexiconError.Problem) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    var index: [String: Int] = [:]
    for (position, name) in columns.enumerated() {
      if !expected.contains(name) { try fault(.unknownColumn(name)) }
      if index.updateValue(position, forKey: name) != nil { try fault(.repeatedColumn(name)) }
    }
    for name in expected where index[name] == nil { try fault(.missingColumn(name)) }
    self.columns = columns
    self.index = index
  }
}

/// One row of a data file, read by column name. Asking for a column that was not declared is an error of the file's
/// reader, reported as a missing column.
package struct TSVRow: Sendable {
  package let file: String
  /// From 1.
  package let line: Int
  private let header: TSVHeader
  private let fields: [ArraySlice<UInt8>]

  init(file: String, line: Int, header: TSVHeader, fields: [ArraySlice<UInt8>]) {
    self.file = file
    self.line = line
    self.header = header
    self.fields = fields
  }

  /// The field's bytes; empty where the field is.
  package func bytes(_ column: String) throws(LexiconError) -> [UInt8] {
    Array(try field(column))
  }

  /// The field's text; empty where the field is.
  package func text(_ column: String) throws(LexiconError) -> String {
    String(decoding: try field(column), as: UTF8.self)
  }

  /// The field's text; `nil` where the field is empty.
  package func optionalText(_ column: String) throws(LexiconError) -> String? {
    let field = try field(column)
    return field.isEmpty ? nil : String(decoding: field, as: UTF8.self)
  }

  /// The field's parts between `separator`; none where the field is empty. An empty part is an error.
  package func list(_ column: String, separator: Character = "|") throws(LexiconError) -> [String] {
    let text = try text(column)
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    if parts.contains("") { throw malformed(column, text, "a list without empty parts") }
    return parts
  }

  package func integer(_ column: String) throws(LexiconError) -> Int {
    let text = try text(column)
    guard let value = Int(text) else { throw malformed(column, text, "a whole number") }
    return value
  }

  /// `nil` where the field is empty.
  package func optionalInteger(_ column: String) throws(LexiconError) -> Int? {
    try field(column).isEmpty ? nil : try integer(column)
  }

  package func number(_ column: String) throws(LexiconError) -> Double {
    let text = try text(column)
    guard let value = Double(text), value.isFinite else { throw malformed(column, text, "a number") }
    return value
  }

  /// `yes` or `no`.
  package func flag(_ column: String) throws(LexiconError) -> Bool {
    switch try text(column) {
    case "yes": return true
    case "no": return false
    case let other: throw malformed(column, other, "'yes' or 'no'")
    }
  }

  /// One of an enumeration's cases, by its raw value.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String,
    _ type: Choice.Type = Choice.self
  ) throws(LexiconError) -> Choice where Choice.RawValue == String {
    let text = try text(column)
    guard let value = Choice(rawValue: text) else {
      throw malformed(column, text, "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  /// An error about this row, for rules that one field alone cannot break.
  package func malformed(_ column: String, _ value: String, _ expected: String) -> LexiconError {
    LexiconError(file: file, line: line, problem: .malformed(column: column, value: value, expected: expected))
  }

  /// An error about this row, where names that one row can have several of are told apart.
  package func double(of first: TSVRow, key: String) -> LexiconError {
    let problem = LexiconError.Problem.double(key: key, firstFile: first.file, firstLine: first.line)
    return LexiconError(file: file, line: line, problem: problem)
  }

  private func field(_ column: String) throws(LexiconError) -> ArraySlice<UInt8> {
    guard let index = header.index[column] else {
      throw LexiconError(file: file, line: line, problem: .missingColumn(column))
    }
    return fields[index]
  }
}
