import Glibc

/// The list of what was written to a folder: a line a document in the order of the URIs, with the document's file, or
/// why it has none. The next command reads it to find the files of documents that are no more.
final class ShownIndex {
  private let old: UnsafeMutablePointer<FILE>?
  private let new: UnsafeMutablePointer<FILE>
  private let path: String
  private let draft: String
  private var hasFailed = false
  /// The document of the old list's next line.
  private(set) var next: String?

  /// - Parameter name: of the list, in `folder`.
  init(_ name: String, in folder: String) throws(PipelineError) {
    path = folder + "/" + name
    draft = folder + "/.gongbao-index.new"
    unlink(draft)
    guard let new = fopen(draft, "wx") else {
      throw PipelineError(.outputFolder, place: path, cause: String(cString: strerror(errno)))
    }
    self.new = new
    old = fopen(path, "r")
    put("document\tfile\twhy there is none\n")
    advance()
    advance()
  }

  deinit {
    if let old { fclose(old) }
    if !isDone {
      fclose(new)
      unlink(draft)
    }
  }

  private var isDone = false

  func add(_ uri: String, file: String?, reason: String? = nil) {
    put("\(Self.escaped(uri))\t\(file ?? "")\t\(Self.escaped(reason ?? ""))\n")
  }

  /// Reads the next line of the old list.
  func advance() {
    next = nil
    guard let old else { return }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    let count = getline(&line, &room, old)
    guard count > 0, let line else { return }
    let text = String(decoding: UnsafeRawBufferPointer(start: line, count: count), as: UTF8.self)
    next = Self.unescaped(text.prefix { $0 != "\t" && $0 != "\n" })
  }

  /// Puts the new list in the place of the old one.
  func finish() throws(PipelineError) {
    isDone = true
    let isWritten = fclose(new) == 0 && !hasFailed
    let number = errno
    guard isWritten, rename(draft, path) == 0 else {
      let cause = String(cString: strerror(isWritten ? errno : number))
      unlink(draft)
      throw PipelineError(.outputFolder, place: path, cause: cause)
    }
  }

  private func put(_ line: String) {
    if fputs(line, new) < 0 { hasFailed = true }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\0": result += "\\0"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        let marks: [Unicode.Scalar: Unicode.Scalar] = ["t": "\t", "n": "\n", "r": "\r", "0": "\0"]
        result.unicodeScalars.append(marks[scalar] ?? scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
