import Testing

@testable import Fetch

@Suite("Globs")
struct GlobTests {
  @Test(
    "A part of a glob matches names as a shell does",
    arguments: [
      ("*.html", "a.html", true), ("*.html", ".html", false), ("*.html", "a.htm", false), ("*", "a", true),
      ("*", ".hidden", false), (".*", ".hidden", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false),
      ("?", "公", true), ("??", "公", false), ("?.txt", "公.txt", true), ("[a-c]1", "b1", true), ("[a-c]1", "d1", false),
      ("[!a-c]1", "d1", true), ("[^a]", "a", false), ("[公报]", "报", true), ("[]a]", "]", true), ("[a", "[a", true),
      (#"\*"#, "*", true), (#"\*"#, "a", false), ("[*]", "*", true), ("*报告*", "2024年报告.html", true),
      ("*年*", "2024年", true), ("**", "a", true), ("a**b", "axxb", true), ("a b'\"", "a b'\"", true),
      ("*a", String(repeating: "a", count: 2000), true),
      ("*a*a*a*a*a*a*a*b", String(repeating: "a", count: 2000), false),
    ]
  )
  func component(pattern: String, name: String, expected: Bool) {
    var name = Array(name.utf8)
    let matches = name.withUnsafeMutableBufferPointer { GlobComponent(pattern).matches(UnsafeBufferPointer($0)) }
    #expect(matches == expected)
  }

  @Test(
    "A path becomes its parts",
    arguments: [
      ("a/./b//c", ["a", "b", "c"], false), ("a/../b", ["b"], false), ("../a", ["..", "a"], false),
      ("/x/y", ["x", "y"], true),
      ("/data/reports/a/*", ["a", "*"], false), ("/data/reports", ["data", "reports"], true),
      ("**/**/a", ["**", "a"], false),
    ]
  )
  func parts(text: String, parts: [String], isAbsolute: Bool) {
    let glob = Glob(text, root: "/data/reports")
    #expect(glob.components == parts.map { GlobComponent($0) })
    #expect(glob.isAbsolute == isAbsolute)
  }
}
