import CICU
import Documents

/// A stretch of a document's bytes as characters, each with its place.
struct SourceText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each character begins in the document's bytes, and behind the last one where that ends.
  private(set) var offsets: [Int] = []

  /// - Parameters:
  ///   - range: begins and ends between characters; cut to the bytes.
  ///   - charset: as ``PageMap/charset`` names it. Bytes of an unknown one stand each for a U+FFFD.
  init(_ bytes: [UInt8], _ range: Range<Int>, charset: String) {
    let range = range.clamped(to: 0..<bytes.count)
    if charset == "UTF-8" || !decode(bytes, range, charset) { decode(bytes[range], at: range.lowerBound) }
    offsets.append(range.upperBound)
  }

  var count: Int { scalars.count }

  func range(of index: Int) -> Range<Int> { offsets[index]..<max(offsets[index], offsets[index + 1]) }

  var whole: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The characters that begin in a range of the document's bytes.
  func text(in range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for index in scalars.indices where range.contains(offsets[index]) { text.append(scalars[index]) }
    return String(text)
  }

  private mutating func decode(_ bytes: [UInt8], _ range: Range<Int>, _ charset: String) -> Bool {
    let name = charset == "Big5" ? "Big5-HKSCS" : charset
    var piece = gongbao_icu_text()
    let isDecoded = bytes[range].withUnsafeBufferPointer {
      gongbao_icu_decode(name, $0.baseAddress, $0.count, 1, &piece)
    }
    guard isDecoded else { return false }
    defer { gongbao_icu_free(&piece) }
    var places: [Int: Int] = [:]
    for mark in 0..<piece.mark_count { places[piece.marks[2 * mark]] = piece.marks[2 * mark + 1] }
    let text = String(decoding: UnsafeBufferPointer(start: piece.text, count: piece.text_count), as: UTF8.self)
    var (offset, place) = (0, range.lowerBound)
    for scalar in text.unicodeScalars {
      place = places[offset].map { range.lowerBound + $0 } ?? place
      scalars.append(scalar)
      offsets.append(place)
      offset += UTF8.width(scalar)
    }
    return true
  }

  /// A byte that is no UTF-8 stands for one U+FFFD.
  private mutating func decode(_ bytes: ArraySlice<UInt8>, at start: Int) {
    var (decoder, iterator) = (Unicode.UTF8.ForwardParser(), bytes.makeIterator())
    var offset = start
    while true {
      let length: Int
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let units):
        scalars.append(Unicode.UTF8.decode(units))
        length = units.count
      case .error(let units):
        scalars.append("\u{FFFD}")
        length = units
      case .emptyInput: return
      }
      offsets.append(offset)
      offset += length
    }
  }
}
