import Documents

/// A figure in the form in which figures are compared, with what a message about it quotes.
struct Stated {
  let observation: Observation
  /// In the base unit for levels, else as stated.
  let value: Double
  /// What one unit of the last digit stands for: figures closer than half of the coarser one's are equal.
  let step: Double
  let quote: String
  let sentence: String
  var wording = Wording.plain
  /// Index into ``Report/observations``; `nil` in a group.
  var index: Int?
  /// Of a group's figure.
  var document: String?

  /// - Returns: `nil` where the value is no number.
  init?(_ observation: Observation, quote: String, sentence: String) {
    guard let number = Double(observation.value), number.isFinite else { return nil }
    let isScaled = observation.measure == .level && number != 0
    let factor = isScaled ? (observation.baseValue ?? number) / number : 1
    self.observation = observation
    self.quote = quote
    self.sentence = sentence
    value = number * factor
    step = abs(factor) * Self.lastDigit(of: observation.value)
  }

  var isExact: Bool { observation.comparator == .equal && observation.valueHigh == nil }

  /// Whether a value is this figure as far as its digits tell.
  func agrees(with other: Stated) -> Bool {
    abs(value - other.value) <= max(step, other.step) * 0.5000001
  }

  /// As the text has it, with the unit.
  var text: String { observation.value + (observation.unit ?? "") }

  /// A number of the base unit in the unit of this figure, to the figure's own digits.
  func inOwnUnit(_ base: Double) -> String {
    guard let number = Double(observation.value), number != 0, value != 0 else { return Figures.text(base, digits: 2) }
    return Figures.text(base * number / value, digits: Self.decimals(of: observation.value)) + (observation.unit ?? "")
  }

  private static func decimals(of text: String) -> Int {
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    return text.utf8.distance(from: point, to: text.utf8.endIndex) - 1
  }

  private static func lastDigit(of text: String) -> Double {
    var step = 1.0
    for _ in 0..<min(decimals(of: text), 12) { step /= 10 }
    return step
  }
}
