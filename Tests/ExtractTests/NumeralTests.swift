import Testing

@testable import Extract

@Suite("Chinese numerals")
struct NumeralTests {
  @Test(
    "Numerals are worked out",
    arguments: [
      ("零", 0), ("五", 5), ("十", 10), ("十二", 12), ("二十", 20), ("三十七", 37), ("一百", 100), ("一百零三", 103), ("两百五十", 250),
      ("九百九十九", 999), ("一千", 1000), ("一千零八", 1008), ("三千二百", 3200), ("六千零五十", 6050), ("一九八一", 1981),
    ]
  )
  func whole(text: String, expected: Int) throws {
    let numeral = try #require(read(text))
    #expect(numeral.value == ExactNumber(expected))
    #expect(numeral.unitPower == 0)
  }

  @Test(
    "万 and 亿 stay with the unit where the number ends in them",
    arguments: [("七十亿", 70, 8), ("三万", 3, 4), ("两万亿", 2, 12), ("百万", 100, 4), ("千亿", 1000, 8), ("亿", 1, 8)]
  )
  func multipliers(text: String, value: Int, power: Int) throws {
    let numeral = try #require(read(text))
    #expect(numeral.value == ExactNumber(value))
    #expect(numeral.unitPower == power)
  }

  @Test("Fractions keep their digits", arguments: [("三点五", "3.5"), ("十四点一", "14.1"), ("零点零五", "0.05")])
  func fractions(text: String, expected: String) throws {
    #expect(try #require(read(text)).value.text == expected)
  }

  @Test("Every number up to ten thousand comes back from its numeral")
  func roundTrip() throws {
    for number in 1..<10_000 {
      let numeral = try #require(read(spell(number)))
      #expect(numeral.value == ExactNumber(number), "\(spell(number))")
    }
  }

  @Test(
    "Decimal strings keep trailing zeros and signs",
    arguments: [(9490, 1, "949.0"), (-6, 1, "-0.6"), (5, 0, "5"), (-105, 2, "-1.05")]
  )
  func text(digits: Int, fraction: Int, expected: String) {
    #expect(ExactNumber(digits, fraction: fraction).text == expected)
  }

  private func read(_ text: String) -> ChineseNumeral? {
    Array(text.utf8).withUnsafeBufferPointer { ChineseNumeral.read($0, at: 0, end: $0.count) }
  }

  private func spell(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let units = ["千", "百", "十", ""]
    var result = ""
    var divisor = 1000
    var pendingZero = false
    for unit in units {
      let digit = number / divisor % 10
      divisor /= 10
      if digit == 0 {
        pendingZero = !result.isEmpty
      } else {
        if pendingZero { result += digits[0] }
        pendingZero = false
        result += digits[digit] + unit
      }
    }
    return result
  }
}
