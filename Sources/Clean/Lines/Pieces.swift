/// Where a piece of text stands in another.
extension [UInt8] {
  /// Where it begins for the first time; an empty one stands nowhere.
  func position(of piece: [UInt8]) -> Int? {
    guard let head = piece.first, count >= piece.count else { return nil }
    return (0...count - piece.count).first { self[$0] == head && self[$0...].starts(with: piece) }
  }

  func holds(_ piece: [UInt8]) -> Bool { position(of: piece) != nil }
}
