import Clean
import Extract
import Glibc
import Lexicon
import Normalize
import Validate

extension Configuration {
  /// The folders of the key `lexicon`: each `.tsv` file in them must bear the name of a built-in file that can be
  /// overlaid. Read here, so that a fault is one of the configuration and nothing runs.
  mutating func readLexicon(from object: inout ConfigurationObject) {
    var overlays: [LexiconOverlay] = []
    for folder in object.strings("lexicon", default: []) {
      guard let files = Self.files(in: FolderPath.absolute(folder, in: root)) else {
        object.report(.invalidValue(expected: "a folder of .tsv files", found: "\"\(folder)\""), key: "lexicon")
        continue
      }
      for file in files where file.hasSuffix(".tsv") {
        let path = folder + "/" + file
        guard LexiconUse.overlaid.contains(file) else {
          let known = LexiconUse.overlaid.joined(separator: ", ")
          object.report(.invalidValue(expected: "files named \(known)", found: "\"\(path)\""), key: "lexicon")
          continue
        }
        let bytes: [UInt8]
        do {
          bytes = try WholeFile.bytes(ofRegular: FolderPath.absolute(path, in: root))
        } catch {
          object.report(.unreadableFile("\(path): \(error.words)"), key: "lexicon")
          continue
        }
        overlays.append(LexiconOverlay(name: file, path: path, bytes: bytes))
      }
    }
    // Without rows of the user's the lexicons are made where something is to be read, which on most nights nothing is.
    guard !overlays.isEmpty else { return }
    do {
      _ = try (CleanLexicon(overlaidBy: overlays), HeadingWords(overlaidBy: overlays))
      _ = try (FigureLexicon(overlaidBy: overlays), ValidationLexicon(overlaidBy: overlays))
      self.overlays = overlays
      clean.overlays = LexiconUse.overlays(of: .clean, in: overlays)
      normalize.overlays = LexiconUse.overlays(of: .normalize, in: overlays)
      extract.overlays = LexiconUse.overlays(of: .extract, in: overlays)
      validate.overlays = LexiconUse.overlays(of: .validate, in: overlays)
      validate.overlays += LexiconUse.overlays(of: .regions, in: overlays)
    } catch {
      object.report(.invalidValue(expected: "rows that can be read", found: error.description), key: "lexicon")
    }
  }

  /// The names in a folder, sorted; `nil` where it cannot be read.
  private static func files(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted()
  }
}
