/// A JSON value that knows where it stands, so that an error about it can say so.
struct JSONValue: Equatable {
  indirect enum Content: Equatable {
    case null
    case bool(Bool)
    /// As written: JSON knows one kind of number, the reader of the value decides.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In the order of the text; keys are unique.
    case object([Member])
  }

  struct Member: Equatable {
    var key: String
    /// Byte offset of the key's opening quote.
    var keyOffset: Int
    var value: JSONValue
  }

  enum Kind: String {
    case null, bool, number, string, array, object
  }

  var content: Content
  /// Byte offset of the value's first byte.
  var offset: Int

  var kind: Kind {
    switch content {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

extension JSONValue {
  /// For "found ...": the kind, and the value where it is short.
  var summary: String {
    switch content {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text): "the number \(text)"
    case .string(let text): "the string \"\(text.unicodeScalars.count > 40 ? text.prefix(40) + "…" : text[...])\""
    case .array(let elements): elements.isEmpty ? "an empty list" : "a list"
    case .object: "an object"
    }
  }
}
