import Lexicon

/// Numbers that marks join: ranges and proportions.
extension Lexer {
  func rangeSeparator(_ position: Int, _ range: Range<Int>) -> Int? {
    let end = range.upperBound
    guard position < end else { return nil }
    switch scalar(at: position, end: end) {
    case "-", "~": return scalar(at: position, end: end) == "-" && scalar(at: position + 1, end: end) == "-" ? 2 : 1
    case "–", "—", "―", "～", "−", "〜", "─":
      return scalar(at: position + 3, end: end) == "—" ? 6 : 3
    case "至", "到":
      return fromBefore(position, range) ? nil : 3
    default: return nil
    }
  }

  /// Whether 从 or 由 opens the stretch before: then two numbers are two figures.
  private func fromBefore(_ position: Int, _ range: Range<Int>) -> Bool {
    var place = position
    var count = 0
    while place > range.lowerBound, count < 14 {
      let (scalar, length) = CodePoint.before(place, in: text, start: range.lowerBound)
      if scalar == "从" || scalar == "由" { return true }
      if scalar == "," || scalar == "、" || scalar == ";" { return false }
      place -= length
      count += 1
    }
    return false
  }

  /// 9.4:35.2:55.4 and 2.1:1.
  mutating func proportion(_ start: Int, _ first: Int, _ value: ExactNumber, _ range: Range<Int>) -> Int? {
    let end = range.upperBound
    guard colon(first, end) != nil else { return nil }
    var numbers = [value]
    var places = [start..<first]
    var position = first
    while position < end, let length = colon(position, end), position + length < end, isDigit(text[position + length]) {
      var next = position + length
      let numberStart = next
      guard let number = digits(&next, end) else { break }
      numbers.append(number)
      places.append(numberStart..<next)
      position = next
    }
    guard numbers.count > 1 else { return nil }
    if numbers.count == 2 {
      guard numbers[1].digits < 100 else { return position }
      var quantity = Quantity(
        kind: .ratio,
        unitKind: nil,
        range: start..<position,
        quote: start..<position,
        value: numbers[0],
        high: nil
      )
      bounds(&quantity, range)
      add(quantity)
      return quantity.quote.upperBound
    }
    for (number, place) in zip(numbers, places) {
      add(
        Quantity(
          kind: .structure,
          unitKind: .percent,
          range: place,
          quote: place,
          value: number,
          high: nil,
          unit: .percent
        )
      )
    }
    return position
  }

  private func colon(_ position: Int, _ end: Int) -> Int? {
    switch scalar(at: position, end: end) {
    case ":": 1
    case "∶", "：": 3
    default: nil
    }
  }
}
