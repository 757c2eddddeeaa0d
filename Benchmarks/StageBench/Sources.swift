import Documents
import Fetch
import Glibc

/// Pages read into memory before anything is measured.
struct Sources {
  private(set) var documents: [(name: String, document: SourceDocument)] = []

  /// - Parameter places: folders, of which the .html and .txt files are read, or files.
  init(_ places: [String]) throws {
    let reader = FileReader(root: "/", maximumBytes: 64 << 20)
    for place in places {
      guard let path = realpath(place, nil) else { throw FetchError(.vanished, uri: place) }
      defer { free(path) }
      let root = String(cString: path)
      var uris: [String] = []
      var status = stat()
      if stat(root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        let walk = FileWalk(root: root, globs: ["**/*.html", "**/*.htm", "**/*.txt"])
        while let file = walk.next() { uris.append(root + "/" + file.uri) }
      } else {
        uris = [root]
      }
      for uri in uris {
        let name = uri.split(separator: "/").last.flatMap { $0.split(separator: ".").first }.map(String.init)
        documents.append((name ?? uri, try reader.document(uri).document))
      }
    }
  }

  var bytes: Int { documents.reduce(0) { $0 + $1.document.bytes.count } }
}
