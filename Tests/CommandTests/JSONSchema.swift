import Foundation

/// The little of JSON Schema that docs/events.schema.json uses. A keyword that it does not know is a fault itself, so that
/// nothing in the schema goes unchecked.
struct JSONSchema {
  private let root: [String: Any]

  init(file: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// - Returns: what does not fit, each with its place; nothing where all does.
  func faults(in value: Any) -> [String] { faults(value, root, "$") }

  /// Every name of a property that the schema knows.
  var properties: Set<String> {
    var names: Set<String> = []
    func walk(_ value: Any) {
      if let list = value as? [Any] { list.forEach(walk) }
      guard let object = value as? [String: Any] else { return }
      for (key, part) in object {
        if key == "properties", let properties = part as? [String: Any] { names.formUnion(properties.keys) }
        walk(part)
      }
    }
    walk(root)
    return names
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    var faults: [String] = []
    for (keyword, wanted) in schema {
      switch keyword {
      case "$schema", "title", "description", "$defs", "required", "properties", "additionalProperties": break
      case "$ref":
        guard let name = (wanted as? String)?.split(separator: "/").last, let part = definition(String(name)) else {
          faults.append("\(place): no definition \(wanted)")
          continue
        }
        faults += self.faults(value, part, place)
      case "oneOf":
        let results = (wanted as? [[String: Any]] ?? []).map { self.faults(value, $0, place) }
        let fitting = results.count { $0.isEmpty }
        // The nearest miss says most.
        if fitting == 0 { faults += results.min { $0.count < $1.count } ?? [] }
        if fitting > 1 { faults.append("\(place): fits \(fitting) of oneOf") }
      case "const": if !equal(value, wanted) { faults.append("\(place): is not \(wanted)") }
      case "enum":
        if !(wanted as? [Any] ?? []).contains(where: { equal(value, $0) }) { faults.append("\(place): \(value)") }
      case "type": if !isOfType(value, wanted as? String ?? "") { faults.append("\(place): is no \(wanted)") }
      case "minimum", "maximum":
        guard let number = value as? NSNumber, let limit = wanted as? NSNumber else { continue }
        let isWrong =
          keyword == "minimum" ? number.doubleValue < limit.doubleValue : number.doubleValue > limit.doubleValue
        if isWrong { faults.append("\(place): \(number) beyond \(keyword) \(limit)") }
      case "items":
        for (index, item) in (value as? [Any] ?? []).enumerated() {
          faults += self.faults(item, wanted as? [String: Any] ?? [:], "\(place)[\(index)]")
        }
      default: faults.append("\(place): the keyword \(keyword) is not known")
      }
    }
    if let object = value as? [String: Any] { faults += self.faults(ofObject: object, schema, place) }
    return faults
  }

  private func faults(ofObject object: [String: Any], _ schema: [String: Any], _ place: String) -> [String] {
    var faults: [String] = []
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      faults.append("\(place): has no \(name)")
    }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    for (name, part) in object {
      if let wanted = properties[name] as? [String: Any] {
        faults += self.faults(part, wanted, "\(place).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(place): \(name) is not in the schema")
      }
    }
    return faults
  }

  private func definition(_ name: String) -> [String: Any]? {
    (root["$defs"] as? [String: Any])?[name] as? [String: Any]
  }

  private func equal(_ left: Any, _ right: Any) -> Bool {
    (left as? NSObject)?.isEqual(right) ?? false
  }

  private func isOfType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    case "number": value is NSNumber
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }
}
