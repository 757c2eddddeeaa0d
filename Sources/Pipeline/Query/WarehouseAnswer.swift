/// The rows that a statement yields.
package struct WarehouseAnswer: Equatable, Sendable {
  package enum Value: Equatable, Sendable, Encodable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .null: try container.encodeNil()
      case .integer(let number): try container.encode(number)
      case .real(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  /// The comment lines in front of the statement.
  package var title: [String]
  package var columns: [String]
  package var rows: [[Value]]

  /// A dictionary a row; of columns with one name the last counts.
  package var objects: [[String: Value]] {
    rows.map { Dictionary(zip(columns, $0)) { _, last in last } }
  }
}

extension WarehouseAnswer.Value {
  package var isNull: Bool { self == .null }

  package var isNumberOrNull: Bool {
    switch self {
    case .null, .integer, .real: true
    case .text: false
    }
  }

  /// Whole numbers without a point; nothing for null.
  package var text: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .text(let text): text
    }
  }
}
