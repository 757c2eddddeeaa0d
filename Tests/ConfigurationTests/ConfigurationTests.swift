import Extract
import Normalize
import Testing
import Validate

@testable import Pipeline

@Suite("pipeline.json")
struct ConfigurationTests {
  @Test(
    "Sizes are read as people write them",
    arguments: [
      ("500MB", 500_000_000), ("2 GB", 2_000_000_000), ("1.5gb", 1_500_000_000), ("1GiB", 1_073_741_824),
      ("10k", 10_000),
      ("0", 0), ("12345", 12_345), ("12B", 12), ("2 gigs", nil), ("", nil), ("GB", nil), ("-1MB", nil), ("1e3", nil),
      ("99999999999TB", nil), ("1.2.3MB", nil), ("１MB", nil),
    ] as [(String, Int64?)]
  )
  func sizes(text: String, bytes: Int64?) {
    #expect(ByteCount(text)?.bytes == bytes)
  }

  @Test(
    "Ages are read as people write them, and have a unit",
    arguments: [
      ("90d", 7_776_000), ("2 w", 1_209_600), ("36h", 129_600), ("1y", 31_536_000), ("1 day", 86_400), ("0d", 0),
      ("90", nil), ("d", nil), ("-1d", nil), ("90 moons", nil), ("9999999y", nil),
    ] as [(String, Double?)]
  )
  func ages(text: String, seconds: Double?) {
    #expect(Age(text)?.seconds == seconds)
  }

  @Test("Sources alone are enough")
  func defaults() throws {
    let configuration = try read(#"{"sources": [{"files": ["a/*.html"]}]}"#)
    #expect(configuration.name == "reports")
    #expect(configuration.root == "/data/reports")
    #expect(configuration.sources == [Configuration.Source(files: ["a/*.html"])])
    #expect(configuration.storePath == "/data/reports/.gongbao/store.sqlite")
    #expect(configuration.warehousePath == "/data/reports/build/warehouse.sqlite")
    #expect(configuration.maximumDocumentBytes == 20_971_520)
  }

  @Test("Everything can be set")
  func everything() throws {
    let configuration = try read(
      """
      {
        "name": "two cities",
        "sources": [
          {"name": "a", "files": ["a/**/*.html", "/b/*.txt"], "hints": {"region": "盘锦市"}},
          {"name": "b", "files": ["c/*"], "deletions": {"maximumCount": 3}}
        ],
        "store": "../store.sqlite", "warehouse": "/out/./w.sqlite",
        "deletions": {"maximumShare": 0.5, "maximumCount": 100},
        "retention": {"maximumSize": "1.5GB", "maximumAge": "2w", "versions": 9, "runs": 30},
        "clean": {"maximumBytes": 1000}, "normalize": {"repairsMarks": false},
        "extract": {"terms": {"环境": ["污染", "生态"], "债": []}}, "validate": {"rules": {}}, "load": {}
      }
      """
    )
    #expect(configuration.name == "two cities")
    #expect(configuration.sources.map(\.name) == ["a", "b"])
    #expect(configuration.sources[0].hints.region == "盘锦市")
    #expect(configuration.sources[0].deletions == .init(maximumShare: 0.5, maximumCount: 100))
    #expect(configuration.sources[1].deletions == .init(maximumShare: 0.5, maximumCount: 3))
    #expect(configuration.storePath == "/data/store.sqlite")
    #expect(configuration.warehousePath == "/out/w.sqlite")
    #expect(configuration.retention.maximumSize == ByteCount(bytes: 1_500_000_000))
    #expect(configuration.retention.maximumAge == Age(seconds: 14 * 86_400))
    #expect(configuration.retention.versions == 9)
    #expect(configuration.retention.runs == 30)
    #expect(configuration.maximumDocumentBytes == 1000)
    #expect(configuration.extract.terms == ["环境": ["污染", "生态"], "债": []])
    #expect(!configuration.normalize.repairsMarks)
    #expect(configuration.parameters(of: "clean").map(\.path).first == "clean.maximumBytes")
    #expect(configuration.parameters(of: "clean").map(\.value).first == "1000")
    #expect(configuration.parameters(of: "extract").map(\.value).first == "债: ; 环境: 污染, 生态")
  }

  @Test(
    "What is wrong is named with line, column, key path and the way out",
    arguments: [
      (
        #"{"sorces": [{"files": ["a"]}]}"#,
        """
        pipeline.json:1:1: sources: the key "sources" is missing
        pipeline.json:1:2: unknown key "sorces"; did you mean "sources"?
        """
      ),
      (
        "{\"sources\": [\n  {\"file\": [\"a\"]}]}",
        """
        pipeline.json:2:3: sources[0].files: the key "files" is missing
        pipeline.json:2:4: sources[0]: unknown key "file"; did you mean "files"?
        """
      ),
      (
        #"{"sources": [{"files": ["a"], "hints": {"zzzzzzzz": 1}}]}"#,
        #"pipeline.json:1:41: sources[0].hints: unknown key "zzzzzzzz"; known here: region"#
      ),
      (
        #"{"sources": [{"files": "a/*.html"}]}"#,
        #"pipeline.json:1:24: sources[0].files: expected a list of strings ["..."], found the string "a/*.html""#
      ),
      (
        #"{"sources": [{"files": ["a", 7]}]}"#,
        "pipeline.json:1:30: sources[0].files[1]: expected a string that is not empty, found the number 7"
      ),
      (
        #"{"sources": "a"}"#,
        #"pipeline.json:1:13: sources: expected a list of objects [{...}], found the string "a""#
      ),
      (#"{"sources": []}"#, "pipeline.json:1:13: sources: expected at least one element, found an empty list"),
      (
        #"{"sources": [{"files": []}]}"#,
        "pipeline.json:1:24: sources[0].files: expected at least one element, found an empty list"
      ),
      (
        "[]",
        "pipeline.json:1:1: expected an object {...}, found an empty list\npipeline.json:1:1: sources: the key \"sources\" is missing"
      ),
      (
        #"{"sources": [{"files": ["a"]}, {"files": ["b"]}]}"#,
        #"pipeline.json:1:13: sources: expected sources with different names, found "files" twice; give each its own "name""#
      ),
      (
        #"{"sources": [{"files": ["a"]}], "deletions": {"maximumShare": 20}}"#,
        "pipeline.json:1:63: deletions.maximumShare: expected a number from 0.0 to 1.0, found the number 20"
      ),
      (
        #"{"sources": [{"files": ["a"]}], "clean": {"maximumBytes": 1.5}}"#,
        "pipeline.json:1:59: clean.maximumBytes: expected a whole number from 1 to 1073741824, found the number 1.5"
      ),
      (
        #"{"sources": [{"files": ["a"]}], "store": null, "clean": []}"#,
        """
        pipeline.json:1:42: store: expected a string, found null
        pipeline.json:1:57: clean: expected an object {...}, found an empty list
        """
      ),
      (
        #"{"sources": [{"files": ["a"]}], "store": "w", "warehouse": "./w"}"#,
        #"pipeline.json:1:60: warehouse: expected the store and the warehouse in two files, found "/data/reports/w" for both"#
      ),
      (
        #"{"sources": [{"files": ["a"]}], "extract": {"terms": {"x": ["a", 1], "y": "b"}}}"#,
        """
        pipeline.json:1:66: extract.terms.x[1]: expected a string that is not empty, found the number 1
        pipeline.json:1:75: extract.terms.y: expected a list of strings ["..."], found the string "b"
        """
      ),
      (
        #"{"sources": [{"files": ["a"]}], "validate": {"rules": {"no_such_rule": "off"}}}"#,
        #"pipeline.json:1:56: validate.rules: unknown key "no_such_rule"; RULES"#
      ),
      ("{\"sources\": [", "pipeline.json:1:14: this is not JSON: the text ends where a value should follow"),
    ]
  )
  func errors(json: String, message: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try read(json) }
    let rules =
      Validator.ruleNames.isEmpty
      ? "nothing can be set here" : "known here: \(Validator.ruleNames.joined(separator: ", "))"
    #expect(error.description == message.replacing("RULES", with: rules))
  }

  @Test("A file that is not there says how to make one")
  func missing() throws {
    let error = try #require(throws: ConfigurationError.self) { try Configuration.read(file: "/nowhere/pipeline.json") }
    #expect(error.description.hasPrefix("/nowhere/pipeline.json: there is no such file\n"))
  }

  @Test("A folder in place of the file is unreadable")
  func folder() throws {
    let error = try #require(throws: ConfigurationError.self) { try Configuration.read(file: "/") }
    #expect(error.description == "/: cannot be read: it is a folder")
  }

  @Test(
    "The nearest key takes the fewest edits",
    arguments: [
      ("warehose", "warehouse"), ("STORE", "store"), ("soruces", "sources"), ("ware", nil), ("x", nil),
    ]
  )
  func nearest(key: String, expected: String?) {
    #expect(EditDistance.nearest(to: key, of: ["sources", "store", "warehouse"]) == expected)
  }

  private func read(_ json: String) throws(ConfigurationError) -> Configuration {
    try Configuration.read(Array(json.utf8), root: "/data/reports")
  }
}
