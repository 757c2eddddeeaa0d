import Foundation
import Testbed
import Testing

@testable import Pipeline

@Suite("docs/pipeline.schema.json")
struct SchemaTests {
  @Test("The schema has exactly the keys that the reader knows, of the same types")
  func keys() throws {
    let configuration = try Configuration.read(Array(#"{"sources": [{"files": ["a"]}]}"#.utf8), root: "/a")
    let known = Set(configuration.fields.map { "\($0.path): \($0.kind.rawValue)" })
    #expect(try keys(of: schema()) == known)
  }

  @Test("The schema's defaults are the reader's")
  func defaults() throws {
    let configuration = try Configuration.read(Array(#"{"sources": [{"files": ["a"]}]}"#.utf8), root: "/a")
    let inForce = Dictionary(configuration.fields.map { ($0.path, $0.value) }) { first, _ in first }
    for (path, value) in try defaults(of: schema()) {
      #expect(inForce[path] == value, "\(path)")
    }
  }

  private func schema() throws -> JSONValue {
    try JSONReader.read(Array(Data(contentsOf: ProjectFolder.file("docs/pipeline.schema.json"))))
  }

  private func keys(of schema: JSONValue) -> Set<String> {
    var keys: Set<String> = []
    walk(schema) { path, node in keys.insert("\(path): \(kind(of: node, in: schema))") }
    return keys
  }

  private func defaults(of schema: JSONValue) -> [String: String] {
    var defaults: [String: String] = [:]
    walk(schema) { path, node in
      switch node["default"]?.content {
      case .string(let text), .number(let text): defaults[path] = text
      case .bool(let flag): defaults[path] = String(flag)
      default: break
      }
    }
    return defaults
  }

  private func walk(_ schema: JSONValue, _ visit: (String, JSONValue) -> Void) {
    func walk(_ node: JSONValue, _ path: String) {
      let node = node.resolved(in: schema)
      for (key, child) in node["properties"]?.members ?? [] {
        let childPath = path.isEmpty ? key : "\(path).\(key)"
        visit(childPath, child.resolved(in: schema))
        walk(child, childPath)
        if let items = child.resolved(in: schema)["items"] { walk(items, childPath + "[]") }
      }
    }
    walk(schema, "")
  }

  private func kind(of node: JSONValue, in schema: JSONValue) -> String {
    switch node["type"]?.text {
    case "array": node["items"]?["type"]?.text == "object" ? "objects" : "strings"
    case "boolean": "bool"
    case "object": node["additionalProperties"]?.content == .bool(false) ? "object" : "map"
    case let type: type ?? "none"
    }
  }
}

extension JSONValue {
  fileprivate var members: [(String, JSONValue)] {
    if case .object(let members) = content { members.map { ($0.key, $0.value) } } else { [] }
  }

  fileprivate var text: String? { if case .string(let text) = content { text } else { nil } }

  fileprivate subscript(key: String) -> JSONValue? { members.first { $0.0 == key }?.1 }

  /// Follows `"$ref": "#/$defs/..."`.
  fileprivate func resolved(in schema: JSONValue) -> JSONValue {
    guard let reference = self["$ref"]?.text, let name = reference.split(separator: "/").last else { return self }
    return schema["$defs"]?[String(name)] ?? self
  }
}
