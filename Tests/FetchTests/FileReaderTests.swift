import Documents
import Foundation
import Testbed
import Testing

@testable import Fetch

@Suite("Reading a file")
struct FileReaderTests {
  @Test("Bytes and media type come back")
  func document() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>公报", to: "a.html")
    let (document, stat) = try FileReader(root: folder.path, maximumBytes: 100).document("a.html")
    #expect(document == SourceDocument(bytes: Array("<p>公报".utf8), mediaType: .html))
    #expect(stat.size == 9)
  }

  @Test("An empty file is no bytes: clean says what that means")
  func empty() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a.txt")
    #expect(try FileReader(root: folder.path, maximumBytes: 100).contents(of: "a.txt").bytes == [])
  }

  @Test("A file over the limit is the document's fault, and is not read")
  func tooLarge() throws {
    let folder = try TemporaryFolder()
    try folder.write("123456", to: "a.txt")
    #expect(try FileReader(root: folder.path, maximumBytes: 6).contents(of: "a.txt").bytes.count == 6)
    let error = try #require(throws: FetchError.self) {
      try FileReader(root: folder.path, maximumBytes: 5).contents(of: "a.txt")
    }
    #expect(error.code == .document(DocumentFailure(.tooLarge, found: "6 bytes, the limit is 5")))
    #expect(!error.isTransient)
    #expect(error.description == "6 bytes, the limit is 5")
  }

  @Test("A file that changes while it is read is read again", arguments: ["1234567", "123", "abcdef"])
  func changesOnce(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("123456", to: "a.txt")
    let file = folder.path + "/a.txt"
    let reader = FileReader(root: folder.path, maximumBytes: 100) { attempt in
      if attempt == 1 { try? Data(text.utf8).write(to: URL(filePath: file)) }
    }
    #expect(try reader.contents(of: "a.txt").bytes == Array(text.utf8))
  }

  @Test("A file that never holds still is a passing failure")
  func changesAlways() throws {
    let folder = try TemporaryFolder()
    try folder.write("123456", to: "a.txt")
    let file = folder.path + "/a.txt"
    let reader = FileReader(root: folder.path, maximumBytes: 100) { attempt in
      try? Data(String(repeating: "x", count: 10 + attempt).utf8).write(to: URL(filePath: file))
    }
    let error = try #require(throws: FetchError.self) { try reader.contents(of: "a.txt") }
    #expect(error == FetchError(.changedWhileRead, uri: "a.txt"))
    #expect(error.isTransient)
    #expect(error.description == "changes while it is read; the next run tries again")
  }

  @Test("What cannot be opened says why")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("d.html")
    let reader = FileReader(root: folder.path, maximumBytes: 100)
    let missing = try #require(throws: FetchError.self) { try reader.contents(of: "no.html") }
    #expect(missing.code == .vanished)
    #expect(missing.description == "was listed, and is not there any more")
    try folder.link("gone.html", to: "nothing")
    try folder.link("self.html", to: "self.html")
    let gone = try #require(throws: FetchError.self) { try reader.contents(of: "gone.html") }
    #expect(gone.description == "is a link to a file that is not there; mend the link or remove it")
    let loop = try #require(throws: FetchError.self) { try reader.contents(of: "self.html") }
    #expect(loop.description == "cannot be read: Too many levels of symbolic links")
    #expect(gone.isTransient && loop.isTransient)
    let directory = try #require(throws: FetchError.self) { try reader.contents(of: "d.html") }
    #expect(directory.description == "cannot be read: no regular file")
  }

  @Test(.enabled(if: getuid() != 0, "root reads every file"))
  func `A file that may not be read is told as such`() throws {
    let folder = try TemporaryFolder()
    let reader = FileReader(root: folder.path, maximumBytes: 100)
    try folder.write(to: "secret.html")
    chmod(folder.path + "/secret.html", 0)
    let secret = try #require(throws: FetchError.self) { try reader.contents(of: "secret.html") }
    #expect(secret.description == "cannot be read: Permission denied")
  }

  @Test("An absolute URI is a path")
  func absolute() throws {
    let folder = try TemporaryFolder()
    try folder.write("abc", to: "a.txt")
    #expect(try FileReader(root: "/nowhere", maximumBytes: 100).contents(of: folder.path + "/a.txt").bytes.count == 3)
  }

  @Test(
    "The extension tells the media type; where it does not, the first bytes do",
    arguments: [
      ("a.html", "", .html), ("d.x/A.HTM", "text", .html), ("a.shtml", "", .html), ("a.txt", "<html>", .plainText),
      ("a.md", "", .plainText), ("a", "<!DOCTYPE html><html>", .html), ("a.x", "\u{FEFF} \n<html lang=zh>", .html),
      ("a.jsp", "<!-- c --><?xml version='1'?> <BODY>", .html), ("a.aspx", "一、回顾", .plainText),
      (".html", "x", .plainText),
      ("a", "<政府工作报告>", .plainText), ("a", "<pre", .plainText), ("a", "<p", .html), ("a", "", .plainText),
      ("a", "<!--", .plainText),
      ("a", "<\0h\0t\0m\0l\0>\0", .html),
    ] as [(String, String, SourceDocument.MediaType)]
  )
  func mediaType(name: String, text: String, expected: SourceDocument.MediaType) {
    #expect(SourceDocument.MediaType(name: name, bytes: Array(text.utf8)) == expected)
  }
}
