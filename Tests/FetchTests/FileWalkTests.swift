import Foundation
import Testbed
import Testing

@testable import Fetch

@Suite("Listing the files of a source")
struct FileWalkTests {
  @Test("Files come in the byte order of their URIs, each once")
  func order() throws {
    let folder = try TemporaryFolder()
    for name in [
      "a/b.html", "a.html", "a0.html", "a/c/d.html", "a-b.html", "b.txt", "公报/一.html", "报告.html", "a/.x/y.html",
    ] {
      try folder.write(to: name)
    }
    let (uris, problems) = list(folder.path, ["**/*.html", "a*", "**/[a-c].html", folder.path + "/a.html"])
    #expect(uris == ["a-b.html", "a.html", "a/b.html", "a/c/d.html", "a0.html", "公报/一.html", "报告.html"])
    #expect(problems == [])
  }

  @Test("A walk over random names is sorted as their bytes are", arguments: [1, 2, 3])
  func randomOrder(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SeededNumbers(seed: seed)
    let letters = Array("ab.-0 /公é")
    for _ in 0..<200 {
      let name = String(
        (0..<Int.random(in: 1...8, using: &random)).compactMap { _ in letters.randomElement(using: &random) }
      )
      guard !name.hasPrefix("/"), !name.hasSuffix("/"), !name.contains("."), !name.contains("//") else { continue }
      try? folder.write(to: name)
    }
    let (uris, _) = list(folder.path, ["**"])
    #expect(uris.count > 20)
    #expect(uris == uris.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "seed \(seed)")
    #expect(uris.allSatisfy { FileManager.default.fileExists(atPath: folder.path + "/" + $0) })
  }

  @Test(
    "Strange names pass unchanged",
    arguments: [
      "a b.html", "a'b\"c.html", "政府工作报告（2024）.html", "line\nbreak.html", "-rf.html", "增长7%.html", "a\\b.html",
      "[1].html",
      "e\u{301}.html", " .html", "*.html", "#?&.html",
    ]
  )
  func strangeNames(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("text of it", to: "d/" + name)
    let (uris, problems) = list(folder.path, ["d/*.html"])
    #expect(uris.map { Array($0.utf8) } == [Array("d/\(name)".utf8)])
    #expect(problems == [])
    let contents = try FileReader(root: folder.path, maximumBytes: 100).contents(of: uris.first ?? "")
    #expect(contents.bytes == Array("text of it".utf8))
  }

  @Test("Globs go up, and to absolute places; the URI is as the glob is written")
  func elsewhere() throws {
    let folder = try TemporaryFolder()
    try folder.write(to: "root/a.html")
    try folder.write(to: "other/b.html")
    let (uris, problems) = list(folder.path + "/root", ["../other/*.html", folder.path + "/other/*.html", "*.html"])
    #expect(uris == ["../other/b.html", folder.path + "/other/b.html", "a.html"])
    #expect(problems == [])
  }

  @Test("A link to a folder above is not followed; a link to another is")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write(to: "a/b/c.html")
    try folder.write(to: "d/e.html")
    try folder.link("a/b/up", to: "../..")
    try folder.link("a/b/outside", to: "/")
    try folder.link("a/d", to: "../d")
    try folder.link("a/f.html", to: "../d/e.html")
    try folder.link("a/gone.html", to: "nothing")
    try folder.link("a/self.html", to: "self.html")
    let (uris, problems) = list(folder.path, ["a/**/*.html"])
    // Those that lead nowhere are listed too: reading them says so.
    #expect(uris == ["a/b/c.html", "a/d/e.html", "a/f.html", "a/gone.html", "a/self.html"])
    #expect(problems == [ListingProblem(.linkLoop, "a/b/outside"), ListingProblem(.linkLoop, "a/b/up")])
  }

  @Test("A folder named like a page is reported, and walked where a glob goes on")
  func folderLikePage() throws {
    let folder = try TemporaryFolder()
    try folder.write(to: "x/2024.html/page.html")
    let one = list(folder.path, ["x/*.html"])
    #expect(one.uris == [])
    #expect(
      one.problems == [ListingProblem(.matchesNothing, "x/*.html"), ListingProblem(.folderLikePage, "x/2024.html")]
    )
    let all = list(folder.path, ["**/*.html"])
    #expect(all.uris == ["x/2024.html/page.html"])
    #expect(all.problems == [ListingProblem(.folderLikePage, "x/2024.html")])
  }

  @Test(
    "A glob that matches nothing is reported as written",
    arguments: ["no/*.html", "no.html", "**/*.pdf", "/no/where/*"]
  )
  func matchesNothing(glob: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(to: "a.html")
    let (uris, problems) = list(folder.path, ["a.html", glob])
    #expect(uris == ["a.html"])
    #expect(problems == [ListingProblem(.matchesNothing, glob)])
  }

  @Test(
    "A folder that cannot be read is reported, and the rest is listed",
    .disabled(if: getuid() == 0, "root reads all")
  )
  func unreadableFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write(to: "a/x.html")
    try folder.write(to: "b/y.html")
    chmod(folder.path + "/a", 0)
    defer { chmod(folder.path + "/a", 0o755) }
    let (uris, problems) = list(folder.path, ["**/*.html"])
    #expect(uris == ["b/y.html"])
    #expect(problems == [ListingProblem(.unreadableFolder("Permission denied"), "a")])
    #expect(problems.first?.hidesDocuments == true)
  }

  @Test("A root that is not there is a problem, not an empty source")
  func missingRoot() {
    let (uris, problems) = list("/nowhere/at/all", ["*.html"])
    #expect(uris == [])
    #expect(problems.contains { $0.hidesDocuments })
  }

  @Test("A pipe is skipped, a name that is not UTF-8 is reported")
  func oddities() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path + "/pipe.html", 0o644) == 0)
    let bytes = Array((folder.path + "/").utf8) + [0xB9, 0xAB] + Array(".html\0".utf8)
    let descriptor = open(bytes.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o644)
    close(descriptor)
    let (uris, problems) = list(folder.path, ["*.html"])
    #expect(uris == [])
    #expect(
      problems == [
        ListingProblem(.matchesNothing, "*.html"), ListingProblem(.noRegularFile, "pipe.html"),
        ListingProblem(.nameNotUTF8, "\u{FFFD}\u{FFFD}.html"),
      ]
    )
  }

  @Test("A listed file has its size, times and inode")
  func stats() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", to: "a.html")
    let walk = FileWalk(root: folder.path, globs: ["a.html"])
    let file = try #require(walk.next())
    var status = stat()
    #expect(stat(folder.path + "/a.html", &status) == 0)
    #expect(file.stat.size == 5)
    #expect(file.stat.inode == UInt64(status.st_ino))
    #expect(file.stat.modified == status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    #expect(file.stat.changed == status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec)
    #expect(walk.next() == nil)
  }

  private func list(_ root: String, _ globs: [String]) -> (uris: [String], problems: [ListingProblem]) {
    let walk = FileWalk(root: root, globs: globs)
    let uris = walk.map(\.uri)
    return (uris, walk.problems)
  }
}
