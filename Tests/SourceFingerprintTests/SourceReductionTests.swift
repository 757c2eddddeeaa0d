import SourceFingerprint
import Testing

@Suite struct SourceReductionTests {
  private func reduce(_ text: String, _ language: SourceReduction.Language = .swift) -> String {
    String(decoding: SourceReduction.reduce(Array(text.utf8), language: language), as: UTF8.self)
  }

  @Test(arguments: [
    ("let a = 1 // one\nlet b = 2", "let a = 1\nlet b = 2"),
    ("let a = 1\n\n\n  // alone\n  let b = 2", "let a = 1\nlet b = 2"),
    ("a /* one /* nested */ still */ + b", "a + b"),
    ("/// Doc.\nfunc f() {}", "func f() {}"),
    ("f(\n    1)", "f(\n1)"),
  ])
  func `Comments and indentation go`(source: String, reduced: String) {
    #expect(reduce(source) == reduced)
  }

  @Test(arguments: [
    #"let u = "http://a // b""#,
    #"let u = "a \" // b""#,
    ##"let u = #"a \" // b"#"##,
    #"let u = "\(f("// x")) // y""#,
    #"let u = "\(a + "(" + b) // y""#,
    ##"let u = #"\#(f(")")) // \(y"#"##,
    "let u = \"\"\"\n  // one\n\n  \"quoted\" /* two\n  \"\"\"",
    "let r = #/ a // b \" /#",
    "let r = /a[//]b/",
    "let q = a / b // kept: the slash may open an expression",
    "let s = \"broken // what",
    "/* never closed",
  ])
  func `Code is never taken for a comment`(source: String) {
    #expect(reduce(source) == source)
  }

  @Test func `A comment inside an interpolation goes, and the string around it stays`() {
    #expect(reduce("let u = \"a  b \\(f(1 /* one */)) // c\"") == "let u = \"a  b \\(f(1 )) // c\"")
  }

  @Test(arguments: [
    ("int a = '\"'; // quote\nint b;", "int a = '\"';\nint b;"),
    ("char *s = \"/* no */ \\\" // no\"; /* yes /* yes */ int c;", "char *s = \"/* no */ \\\" // no\"; int c;"),
    ("int a; // goes \\\n on\nint b;", "int a;\nint b;"),
  ])
  func `C is reduced by its own rules`(source: String, reduced: String) {
    #expect(reduce(source, .c) == reduced)
  }

  @Test func `A fingerprint holds for a new comment and not for a new character`() {
    func digest(_ text: String) -> String {
      var fingerprint = CodeFingerprint()
      fingerprint.add(file: "A.swift", Array(text.utf8))
      return fingerprint.digest
    }
    #expect(digest("let a = 1") == digest("// new\nlet a = 1 /* one */"))
    #expect(digest("let a = 1") != digest("let a = 2"))
    #expect(digest("let a = \"b\"") != digest("let a = \"b \""))
  }
}
