// Values that hold others: objects, and objects whose keys are not known beforehand.
extension ConfigurationObject {
  @discardableResult
  mutating func object<Result>(_ key: String, _ body: (inout ConfigurationObject) -> Result) -> Result {
    decoder.note(full(key, pattern), .object)
    let value = takeValue(key)
    var object = inner(value, key)
    defer { object.finish() }
    return body(&object)
  }

  /// A list of objects.
  mutating func objects<Result>(
    _ key: String,
    atLeastOne: Bool = false,
    _ body: (inout ConfigurationObject, Int) -> Result
  ) -> [Result] {
    decoder.note(full(key, pattern), .objects)
    guard let value = takeValue(key) else { return [] }
    guard case .array(let elements) = value.content else {
      report(.wrongType(expected: "a list of objects [{...}]", found: value.summary), key: key)
      return []
    }
    reportEmpty(elements, key: key, unless: !atLeastOne)
    return elements.enumerated().map { index, element in
      var object = inner(element, key, at: index)
      defer { object.finish() }
      return body(&object, index)
    }
  }

  /// An object whose keys the user chooses, each with a list of strings.
  mutating func lists(_ key: String, default fallback: [String: [String]]) -> [String: [String]] {
    var result = fallback
    if let value = takeValue(key) {
      if case .object(let members) = value.content {
        result = [:]
        var object = inner(value, key)
        for member in members { result[member.key] = object.listElement(member.key) }
      } else {
        report(.wrongType(expected: "an object of lists {\"...\": [\"...\"]}", found: value.summary), key: key)
      }
    }
    let text = result.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.joined(separator: ", "))" }
    decoder.note(full(key, pattern), .map, text.joined(separator: "; "))
    return result
  }

  private mutating func listElement(_ key: String) -> [String] {
    let silent = decoder.fields.count
    let result = strings(key, default: [])
    decoder.forgetFields(after: silent)
    return result
  }

  /// An object whose keys come from a known list, each with one of a few words.
  mutating func choices<Choice>(
    _ key: String,
    keys: [String],
    of choices: [(String, Choice)]
  ) -> [String: Choice] {
    var result: [String: Choice] = [:]
    var words: [String] = []
    let silent = decoder.fields.count
    object(key) { object in
      for name in keys {
        let isSet = object.contains(name)
        guard let first = choices.first else { return }
        let choice = object.choice(name, default: first.1, of: choices)
        guard isSet else { continue }
        result[name] = choice
        words.append("\(name): \(object.word(of: name))")
      }
    }
    decoder.forgetFields(after: silent)
    decoder.note(full(key, pattern), .map, words.sorted().joined(separator: "; "))
    return result
  }

  /// - Parameter index: in the list that stands under the key; `nil` where the object itself does.
  private func inner(_ value: JSONValue?, _ key: String, at index: Int? = nil) -> ConfigurationObject {
    ConfigurationObject(
      value,
      of: decoder,
      path: full(key) + (index.map { "[\($0)]" } ?? ""),
      pattern: full(key, pattern) + (index == nil ? "" : "[]"),
      offset: offset
    )
  }

  private func word(of key: String) -> String {
    if case .string(let text)? = value(of: key)?.content { text } else { "" }
  }
}
