import Documents
import Incremental

extension ItemFailure {
  init(_ failure: DocumentFailure) {
    let what =
      switch failure.code {
      case .empty: "the document is empty"
      case .binary: "the document is binary data, no text"
      case .tooLarge: "the document is too large"
      case .undecodable: "the document's bytes are text in no known charset"
      case .tooDeep: "the document's elements lie too deep in each other"
      case .tooManyNodes: "the document has too many elements"
      case .markup: "the document's markup cannot be read"
      }
    let place = failure.offset.map { " at byte \($0)" } ?? ""
    self.init(
      code: failure.code.rawValue,
      message: what + place + (failure.found.isEmpty ? "" : " (\(failure.found))")
    )
  }
}

extension Page.Refusal {
  /// Why the page is not a report.
  var words: String {
    switch self {
    case .emptyShell: "the page has hardly any text of its own"
    case .errorPage: "the page is an error message"
    case .listOfLinks: "the page is a list of links"
    case .template: "the page is a template: its figures are placeholders"
    case .otherText: "the text has not the form of a report"
    }
  }
}
