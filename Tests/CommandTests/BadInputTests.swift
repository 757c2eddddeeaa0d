import Foundation
import Testbed
import Testing

@Suite("Bad input: a clear message, the right exit code, nothing lost")
struct BadInputTests {
  private static let sample = "anqing/anqing_2024_work_report.txt"

  @Test(
    "A pipeline.json that cannot be used",
    arguments: [
      ("missing", nil),
      ("not-json", "{\n  \"sources\": [\n    {\"files\": [\"a\"],}\n  ]\n}\n"),
      ("unknown-key", "{\n  \"sources\": [{\"files\": [\"docs/*.txt\"]}],\n  \"warehose\": \"w.sqlite\"\n}\n"),
      ("wrong-type", "{\"sources\": [{\"files\": \"docs/*.txt\"}], \"clean\": {\"maximumBytes\": \"20 MB\"}}"),
      (
        "two-sources-differ",
        """
        {"sources": [
          {"name": "one", "files": ["docs/*.txt"], "hints": {"region": "安庆市"}},
          {"name": "two", "files": ["docs/anqing*"], "hints": {"region": "芜湖市"}}
        ]}
        """
      ),
    ] as [(String, String?)]
  )
  func configuration(name: String, text: String?) throws {
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let result = try workplace.gongbao("run")
    #expect(result.exit == 78)
    #expect(result.output.isEmpty)
    try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "configuration-\(name)")
  }

  @Test("A pipeline.json that is no file is told at once, however much it would give", arguments: Odd.allCases)
  fileprivate func oddConfiguration(odd: Odd) throws {
    let workplace = try Workplace(samples: [Self.sample])
    try odd.make(workplace.path + "/odd.json")
    let result = try workplace.gongbao("run", "--config", "odd.json")
    #expect(result.exit == 78)
    #expect(result.errors.contains("odd.json: ") && result.errors.contains(odd.words), "\(result.errors)")
  }

  @Test("A lexicon file without an end is told at once", arguments: [Odd.device, .pipe])
  fileprivate func oddLexicon(odd: Odd) throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}], "lexicon": ["words"]}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    try workplace.write("", to: "words/readme.md")
    try odd.make(workplace.path + "/words/indicators.tsv")
    let result = try workplace.gongbao("run")
    #expect(result.exit == 78)
    #expect(result.errors.contains("words/indicators.tsv: \(odd.words)"), "\(result.errors)")
  }

  @Test("A page full of errors in its markup leaves no word of the parser's on standard error")
  func silentParser() throws {
    let workplace = try Workplace()
    let sentence = "<p>全年地区生产总值增长6%，城镇新增就业4.2万人，居民收入稳步提高。</p>"
    let broken = [
      "</div></p></table></body></html>", "<p title='a' title=\"b>", "<table><td><tr></b><b></table></i>",
      "<o:p><x:y></o:p>",
      "&nosuch; &#0; &#x110000; &#xD800; &", "<a href=<b>>", "< <> </> <1> <!-- -- > --->",
      "<!DOCTYPE x [<!ENTITY a '&a;'>]>",
      "<![CDATA[ ]]> <?php ?>", "<html><body><head><frameset><title></body>", "<form><form><select><p></select>",
      "<svg><![CDATA[</svg>", "<\u{1}\u{8}>\u{B}", "<p =\"\" \"='>", "<meta charset=utf-16>", "<",
    ]
    for (index, piece) in broken.enumerated() {
      try workplace.write("<html><body>" + sentence + piece + sentence, to: "docs/\(index).html")
    }
    try workplace.write(
      Array(broken.joined(separator: sentence).utf8) + [0xFF, 0xB0, 0x3C, 0x00, 0x70],
      to: "docs/all.html"
    )
    // Side by side each thread has a handler of its own.
    let errors = try workplace.gongbao("run").errors
    #expect(
      !["parser error", "HTML", "Tag ", "Entity", "Unexpected", "namespace"].contains { errors.contains($0) },
      "\(errors)"
    )
    #expect(try workplace.gongbao("show", "docs/all.html", "--stage", "clean").errors.isEmpty)
  }

  @Test("Standard input that has more than a document may is not held, and told")
  func longInput() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}], "clean": {"maximumBytes": 1000}}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let input = String(repeating: "地区生产总值增长6%。", count: 100)
    let result = try Workplace.gongbao(["read"], in: workplace.path, input: input)
    #expect(result.exit == 65)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("standard input: cannot be read: it has more than 1000 bytes"), "\(result.errors)")
  }

  @Test(
    "What is no database in the place of store or warehouse is left as it is, and told with the way out",
    arguments: Odd.allCases,
    ["store", "warehouse"]
  )
  fileprivate func oddDatabase(odd: Odd, key: String) throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}], "\#(key)": "odd"}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    try odd.make(workplace.path + "/odd")
    for command in ["run", "status"] where command == "run" || key == "store" {
      let result = try workplace.gongbao(command)
      #expect(result.exit == 78)
      #expect(result.errors.contains(odd.words) && result.errors.contains("\"\(key)\""), "\(result.errors)")
      #expect(!result.errors.contains("elete the file"))
    }
  }

  @Test("Somebody's own file or database in the store's place is never taken for a damaged store")
  func foreignStore() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}], "store": "docs/anqing_2024_work_report.txt"}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    let result = try workplace.gongbao("run")
    #expect(result.exit == 78)
    #expect(result.errors.contains("is no store of gongbao: it is no SQLite database"), "\(result.errors)")
    #expect(try workplace.text(of: "docs/anqing_2024_work_report.txt") == report)
  }

  @Test("Devices, pipes and sockets among the documents are told and not read")
  func oddDocuments() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}]}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    try Odd.device.make(workplace.path + "/docs/device.txt")
    try Odd.pipe.make(workplace.path + "/docs/pipe.txt")
    try FileManager.default.createSymbolicLink(
      atPath: workplace.path + "/docs/link.txt",
      withDestinationPath: "pipe.txt"
    )
    let result = try workplace.gongbao("run")
    #expect(result.exit == 0)
    for name in ["device", "pipe", "link"] {
      #expect(result.errors.contains("docs/\(name).txt is no regular file; it is skipped"), "\(result.errors)")
    }
    #expect(result.output.contains("1 current"))
  }

  @Test("A warehouse and a store behind links are made where the links lead, and known again")
  func linkedDatabases() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}], "store": "s.sqlite", "warehouse": "w.sqlite"}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    try workplace.write("", to: "else/readme.md")
    for name in ["s.sqlite", "w.sqlite"] {
      try FileManager.default.createSymbolicLink(
        atPath: workplace.path + "/" + name,
        withDestinationPath: "else/" + name
      )
    }
    #expect(try workplace.gongbao("run").exit == 0)
    #expect(try workplace.gongbao("run").errors.contains("nothing to do"))
    for name in ["s.sqlite", "w.sqlite"] {
      #expect(FileManager.default.fileExists(atPath: workplace.path + "/else/" + name))
    }
  }

  @Test("A glob that matches nothing is exit 66; the rest is loaded")
  func globWithoutMatch() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt", "reports/*.pdf"]}]}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let result = try workplace.gongbao("run")
    #expect(result.exit == 66)
    try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "run-glob-without-match")
  }

  @Test(
    "A document that fails is exit 65 and told; the others are loaded",
    arguments: ["empty", "binary", "too-large"]
  )
  func failing(name: String) throws {
    let text = #"{"sources": [{"files": ["docs/**"]}], "clean": {"maximumBytes": 60000}}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let bytes: [UInt8] =
      switch name {
      case "empty": []
      case "binary": [0x7F, 0x45, 0x4C, 0x46] + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37 % 11 &* 29) }
      default: Array(repeating: 0x20, count: 60_001)
      }
    try workplace.write(bytes, to: "docs/bad.txt")
    let result = try workplace.gongbao("run")
    #expect(result.exit == 65)
    if name == "binary" {
      #expect(result.errors.contains("gongbao: docs/bad.txt: clean: "))
    } else {
      try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "run-\(name)")
    }
    let again = try workplace.gongbao("run")
    #expect(again.exit == 0)
    #expect(again.errors.contains("nothing to do"))
    #expect(try workplace.gongbao("run", "--strict").exit == 65)
  }

  @Test("A file that cannot be read is tried again each run", .disabled(if: getuid() == 0, "root reads all"))
  func unreadable() throws {
    let workplace = try Workplace(samples: [Self.sample])
    try workplace.write("x", to: "docs/secret.txt")
    chmod(workplace.path + "/docs/secret.txt", 0)
    let result = try workplace.gongbao("run")
    #expect(result.exit == 65)
    #expect(result.errors.contains("docs/secret.txt: fetch: cannot be read: Permission denied"))
    chmod(workplace.path + "/docs/secret.txt", 0o644)
  }

  @Test("A folder named like a page is skipped and told")
  func folderLikePage() throws {
    let workplace = try Workplace(samples: [Self.sample])
    try workplace.write("note", to: "docs/2024.html/readme.md")
    let result = try workplace.gongbao("run")
    #expect(result.errors.contains("docs/2024.html is a folder named like a page; it is skipped"))
  }

  @Test("A quiet run says nothing of what may stay as it is")
  func quietRemarks() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}]}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    try workplace.write("note", to: "docs/2024.txt/readme.md")
    let result = try workplace.gongbao("run", "--quiet")
    #expect(result.exit == 0)
    #expect(result.text.isEmpty)
  }

  @Test("A link to nothing is a document that cannot be read: its rows stay until the link is mended or removed")
  func brokenLink() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}]}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    try workplace.write(workplace.text(of: "docs/anqing_2024_work_report.txt"), to: "docs/second.txt")
    #expect(try workplace.gongbao("run").exit == 0)
    let link = workplace.path + "/docs/second.txt"
    try workplace.remove("docs/second.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere.txt")
    let result = try workplace.gongbao("run")
    #expect(result.exit == 65)
    #expect(result.output.contains("1 current, 1 stale"))
    #expect(result.errors.contains("docs/second.txt: fetch: is a link to a file that is not there"))
    #expect(result.errors.contains("Its rows of the last good run stay; the next run tries again."))
    let quiet = try workplace.gongbao("run", "--quiet")
    #expect(quiet.exit == 65)
    #expect(quiet.errors.contains("is a link to a file that is not there"))
    let rows = "select count(distinct document_uri) as n from observations"
    #expect(try workplace.gongbao("query", "--json", input: rows).output == "{\"n\":2}\n")
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    try workplace.write(report, to: "docs/nowhere.txt.page")
    try workplace.remove("docs/second.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere.txt.page")
    #expect(try workplace.gongbao("run").output.contains("2 current"))
    try workplace.remove("docs/second.txt")
    let removed = try workplace.gongbao("run")
    #expect(removed.exit == 0)
    #expect(removed.errors.contains("run 5: 0 of 1 document to do, 1 to delete\n"))
  }

  @Test("Invalid bytes in the middle of a page are replaced one by one")
  func invalidBytes() throws {
    let workplace = try Workplace(configuration: #"{"sources": [{"files": ["docs/*"]}]}"#)
    let path = ProjectFolder.file("samples/\(Self.sample)")
    var bytes = try [UInt8](Data(contentsOf: path))
    let middle = bytes.count / 2 - (bytes.count / 2 % 3)
    bytes.insert(0xFF, at: bytes[middle...].firstIndex(of: 0x0A) ?? middle)
    try workplace.write(bytes, to: "docs/one bad byte.txt")
    let result = try workplace.gongbao("run")
    #expect(result.exit == 0)
    #expect(result.output.contains("1 current"))
  }

  @Test("A page that is no report stays out of the observations and says why")
  func notAReport() throws {
    let workplace = try Workplace(samples: [Self.sample])
    try workplace.write(
      "<html><head><title>404</title></head><body><h1>404 Not Found</h1><p>页面不存在</p></body></html>",
      to: "docs/gone.html"
    )
    let result = try workplace.gongbao("run")
    #expect(result.exit == 0)
    #expect(result.output.contains("1 not a report"))
    let counts = try workplace.gongbao(
      "query",
      "--json",
      input: "select count(*) as n from observations where document_uri like '%gone%'"
    )
    #expect(counts.output == "{\"n\":0}\n")
  }

  @Test("A document of two sources goes to the first, and is told")
  func twoSources() throws {
    let text = #"{"sources": [{"name": "one", "files": ["docs/*.txt"]}, {"name": "two", "files": ["docs/anqing*"]}]}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let result = try workplace.gongbao("run")
    #expect(result.exit == 0)
    try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "run-two-sources")
  }

  @Test("Strange names and a link that leads back up do not disturb a run")
  func strangeNames() throws {
    let text = #"{"sources": [{"files": ["docs/**/*.txt"]}]}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let source = workplace.path + "/docs/anqing_2024_work_report.txt"
    for name in ["a b.txt", "it's \"quoted\".txt", "政府工作报告（2024）.txt", "line\nbreak.txt"] {
      try FileManager.default.copyItem(atPath: source, toPath: workplace.path + "/docs/" + name)
    }
    try FileManager.default.createSymbolicLink(atPath: workplace.path + "/docs/up", withDestinationPath: "..")
    let result = try workplace.gongbao("run")
    #expect(result.exit == 0)
    #expect(result.output.contains("5 documents: 5 added; 5 current"))
  }

  @Test("The warehouse's folder is made; where it cannot be, nothing is lost")
  func warehouseFolder() throws {
    let workplace = try Workplace(
      samples: [Self.sample],
      configuration: #"{"sources": [{"files": ["docs/*.txt"]}], "warehouse": "a/b/c/w.sqlite"}"#
    )
    #expect(try workplace.gongbao("run").exit == 0)
    #expect(FileManager.default.fileExists(atPath: workplace.path + "/a/b/c/w.sqlite"))
    try workplace.write(
      #"{"sources": [{"files": ["docs/*.txt"]}], "warehouse": "pipeline.json/w.sqlite"}"#,
      to: "pipeline.json"
    )
    let result = try workplace.gongbao("run")
    #expect(result.exit == 74)
    try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "run-cannot-write")
  }

  @Test("Vanished documents beyond the guard are kept until it is said that they may go")
  func guarded() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}], "deletions": {"maximumCount": 1}}"#
    let workplace = try Workplace(samples: [Self.sample], configuration: text)
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    for index in 1...4 { try workplace.write(report + "\n\(index)\n", to: "docs/\(index).txt") }
    #expect(try workplace.gongbao("run").exit == 0)
    for index in 1...3 { try workplace.remove("docs/\(index).txt") }
    let result = try workplace.gongbao("run")
    #expect(result.exit == 74)
    try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "run-deletions-withheld")
    let allowed = try workplace.gongbao("run", "--allow-deletions")
    #expect(allowed.exit == 0)
    #expect(allowed.output.contains("3 deleted"))
  }

  @Test("A query before the first run says what to do")
  func noWarehouse() throws {
    let workplace = try Workplace(samples: [Self.sample])
    let result = try workplace.gongbao("query", input: "select 1")
    #expect(result.exit == 66)
    try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "before-query")
  }
}

/// What can lie where a file is wanted.
private enum Odd: CaseIterable {
  case folder, device, pipe

  var words: String { self == .folder ? "it is a folder" : "it is no regular file" }

  func make(_ path: String) throws {
    switch self {
    case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .device: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    case .pipe: try #require(mkfifo(path, 0o644) == 0)
    }
  }
}
