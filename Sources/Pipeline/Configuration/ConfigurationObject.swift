/// One object of the configuration. Every key is asked for by name, with its default; what was not asked for is unknown.
///
/// A wrong value is reported and its default used, so that one reading finds all that is wrong.
struct ConfigurationObject {
  let decoder: ConfigurationDecoder
  let path: String
  let pattern: String
  let offset: Int
  let members: [JSONValue.Member]
  private var known: [String] = []

  /// - Parameter pattern: the path with `[]` for every index.
  init(_ value: JSONValue?, of parent: ConfigurationDecoder, path: String, pattern: String, offset: Int) {
    decoder = parent
    self.path = path
    self.pattern = pattern
    self.offset = value?.offset ?? offset
    guard let value else {
      members = []
      return
    }
    guard case .object(let members) = value.content else {
      decoder.report(.wrongType(expected: "an object {...}", found: value.summary), at: path, offset: value.offset)
      self.members = []
      return
    }
    self.members = members
  }

  static func read<Result>(
    _ value: JSONValue,
    by decoder: ConfigurationDecoder,
    _ body: (inout ConfigurationObject) -> Result
  ) -> Result {
    var object = ConfigurationObject(value, of: decoder, path: "", pattern: "", offset: 0)
    defer { object.finish() }
    return body(&object)
  }

  func finish() {
    for member in members where !known.contains(member.key) {
      let nearest = EditDistance.nearest(to: member.key, of: known)
      decoder.report(
        .unknownKey(member.key, nearest: nearest, known: known),
        at: path,
        offset: member.keyOffset
      )
    }
  }

  /// Reports something about a key of this object, or about the object where the key is not there.
  func report(_ code: ConfigurationError.Problem.Code, key: String) {
    decoder.report(code, at: full(key), offset: value(of: key)?.offset ?? offset)
  }

  func contains(_ key: String) -> Bool { value(of: key) != nil }

  // MARK: Values

  mutating func string(_ key: String, default fallback: String) -> String {
    let result = take(key, expected: "a string", fallback) {
      if case .string(let text) = $0.content { text } else { nil }
    }
    decoder.note(full(key, pattern), .string, result)
    return result
  }

  /// A string that must not be empty, such as a path.
  mutating func text(_ key: String, default fallback: String) -> String {
    let result = string(key, default: fallback)
    if result.isEmpty, contains(key) {
      report(.invalidValue(expected: "a text that is not empty", found: "\"\""), key: key)
    }
    return result
  }

  mutating func optionalString(_ key: String) -> String? {
    var result: String?
    _ = take(key, expected: "a string", "") { value -> String? in
      guard case .string(let text) = value.content else { return nil }
      result = text
      return text
    }
    decoder.note(full(key, pattern), .string, result ?? "")
    return result
  }

  mutating func bool(_ key: String, default fallback: Bool) -> Bool {
    let result = take(key, expected: "true or false", fallback) {
      if case .bool(let flag) = $0.content { flag } else { nil }
    }
    decoder.note(full(key, pattern), .bool, String(result))
    return result
  }

  mutating func integer(_ key: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
    let expected =
      range.upperBound == .max
      ? "a whole number from \(range.lowerBound) up"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    let result = take(key, expected: expected, fallback) { value in
      guard case .number(let text) = value.content, let number = Int(text), range.contains(number) else { return nil }
      return number
    }
    decoder.note(full(key, pattern), .integer, String(result))
    return result
  }

  mutating func number(_ key: String, default fallback: Double, in range: ClosedRange<Double>) -> Double {
    let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
    let result = take(key, expected: expected, fallback) { value in
      guard case .number(let text) = value.content, let number = Double(text), range.contains(number) else {
        return nil
      }
      return number
    }
    decoder.note(full(key, pattern), .number, String(result))
    return result
  }

  /// A text with a meaning of its own, such as a size.
  ///
  /// - Parameter fallback: as it would be written; empty for none.
  mutating func amount<Amount>(
    _ key: String,
    default fallback: String,
    expected: String,
    _ read: (String) -> Amount?
  ) -> Amount? {
    var text = fallback
    let result = take(key, expected: expected, read(fallback)) { value -> Amount?? in
      guard case .string(let found) = value.content, let amount = read(found) else { return nil }
      text = found
      return .some(amount)
    }
    decoder.note(full(key, pattern), .string, text)
    return result
  }

  /// One of a few words.
  mutating func choice<Choice>(_ key: String, default fallback: Choice, of choices: [(String, Choice)]) -> Choice {
    let names = choices.map { "\"\($0.0)\"" }.joined(separator: ", ")
    var name = ""
    let result = take(key, expected: "one of \(names)", fallback) { value in
      guard case .string(let text) = value.content, let choice = choices.first(where: { $0.0 == text }) else {
        return nil
      }
      name = text
      return choice.1
    }
    decoder.note(full(key, pattern), .string, name)
    return result
  }

  /// A list of strings, none empty.
  mutating func strings(_ key: String, default fallback: [String], atLeastOne: Bool = false) -> [String] {
    var result = fallback
    if let value = takeValue(key) {
      if case .array(let elements) = value.content {
        reportEmpty(elements, key: key, unless: !atLeastOne)
        result = elements.enumerated().compactMap { index, element in
          if case .string(let text) = element.content, !text.isEmpty { return text }
          let code = ConfigurationError.Problem.Code.wrongType(
            expected: "a string that is not empty",
            found: element.summary
          )
          decoder.report(code, at: "\(full(key))[\(index)]", offset: element.offset)
          return nil
        }
      } else {
        report(.wrongType(expected: "a list of strings [\"...\"]", found: value.summary), key: key)
      }
    }
    decoder.note(full(key, pattern), .strings, result.map { "\"\($0)\"" }.joined(separator: ", "))
    return result
  }

  // MARK: Members

  func reportEmpty(_ elements: [JSONValue], key: String, unless isAllowed: Bool) {
    guard elements.isEmpty, !isAllowed else { return }
    report(.invalidValue(expected: "at least one element", found: "an empty list"), key: key)
  }

  func value(of key: String) -> JSONValue? { members.first { $0.key == key }?.value }

  mutating func takeValue(_ key: String) -> JSONValue? {
    known.append(key)
    return value(of: key)
  }

  private mutating func take<Result>(
    _ key: String,
    expected: String,
    _ fallback: Result,
    _ convert: (JSONValue) -> Result?
  ) -> Result {
    guard let value = takeValue(key) else { return fallback }
    if let result = convert(value) { return result }
    report(.wrongType(expected: expected, found: value.summary), key: key)
    return fallback
  }

  func full(_ key: String) -> String { full(key, path) }

  func full(_ key: String, _ base: String) -> String { base.isEmpty ? key : "\(base).\(key)" }
}
