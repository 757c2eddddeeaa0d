/// One scalar of printed text and what it is in the normal form.
struct PrintedScalar {
  enum Form: Equatable {
    /// As printed.
    case same
    /// One ASCII byte.
    case ascii(UInt8)
    case scalar(UInt32)
    /// "(一)" for "㈠"; from 1 to 10.
    case enclosedHan(Int)
    /// "(3)" for "⑶", "12." for "⒓".
    case numbered(opening: Bool, number: UInt8, closing: UInt8)
    case space
    case nothing
  }

  var value: UInt32
  var length: Int
  var form: Form

  /// Reads the scalar at `offset`. Bytes that are no UTF-8 are scalars of one byte each, without a form of their own.
  init(_ bytes: [UInt8], at offset: Int) {
    self = bytes.withUnsafeBufferPointer { PrintedScalar($0, at: offset) }
  }

  /// Of an offset outside the bytes, as of bytes that are no UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard offset >= 0, offset < bytes.count else {
      (value, length, form) = (0xFFFD, 1, .same)
      return
    }
    let first = bytes[offset]
    if first < 0x80 {
      value = UInt32(first)
      length = 1
      form = first > 0x20 && first != 0x7F ? .same : first == 0x20 || (9...13).contains(first) ? .space : .nothing
      return
    }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + count <= bytes.count else {
      (value, length, form) = (0xFFFD, 1, .same)
      return
    }
    var scalar = UInt32(first) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
    for index in offset + 1..<offset + count {
      guard bytes[index] & 0xC0 == 0x80 else {
        (value, length, form) = (0xFFFD, 1, .same)
        return
      }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    value = scalar
    length = count
    form = Self.form(of: scalar)
  }

  var isHan: Bool { Self.isHan(value) }

  static func isHan(_ value: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value)
      || value == 0x3007
  }

  /// The ASCII byte that the scalar becomes; 0 where it becomes none.
  var ascii: UInt8 {
    switch form {
    case .ascii(let byte): byte
    case .same where value < 0x80: UInt8(value)
    default: 0
    }
  }

  private static func form(of value: UInt32) -> Form {
    // By far most scalars are here.
    if (0x3400...0x9FFF).contains(value) { return .same }
    switch value {
    case 0xFF01...0xFF5E: return .ascii(UInt8(value - 0xFEE0))
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x1680, 0x85, 0x2028, 0x2029: return .space
    case 0x80...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFFE, 0xFFFF:
      return .nothing
    case 0x201C...0x201F, 0x301D...0x301F, 0x300E, 0x300F: return .ascii(UInt8(ascii: "\""))
    case 0x2018...0x201B: return .ascii(UInt8(ascii: "'"))
    case 0x30FB, 0x2027, 0x2022, 0x2219, 0x22C5, 0xFF65: return .scalar(0xB7)
    case 0x2010...0x2013, 0x2212, 0xFE63: return .ascii(UInt8(ascii: "-"))
    case 0x2015, 0x2500: return .scalar(0x2014)
    case 0x301C, 0x223C: return .ascii(UInt8(ascii: "~"))
    case 0x2236, 0xFE30, 0xFE13, 0xFE55: return .ascii(UInt8(ascii: ":"))
    case 0xFF61: return .scalar(0x3002)
    case 0xFF64: return .scalar(0x3001)
    case 0xFE50, 0xFE10: return .ascii(UInt8(ascii: ","))
    case 0xFE52: return .ascii(UInt8(ascii: "."))
    case 0xFE54, 0xFE14: return .ascii(UInt8(ascii: ";"))
    case 0xFE56: return .ascii(UInt8(ascii: "?"))
    case 0xFE57: return .ascii(UInt8(ascii: "!"))
    case 0xFE59: return .ascii(UInt8(ascii: "("))
    case 0xFE5A: return .ascii(UInt8(ascii: ")"))
    case 0xFE6A: return .ascii(UInt8(ascii: "%"))
    case 0xFE58: return .scalar(0x2014)
    case 0xFFE5: return .scalar(0xA5)
    case 0x2F00...0x2FD5: return .scalar(UInt32(CompatibilityForms.radicals[Int(value - 0x2F00)]))
    case 0xF900...0xFAD9:
      let unified = UInt32(CompatibilityForms.ideographs[Int(value - 0xF900)])
      return unified == value ? .same : .scalar(unified)
    case 0x3220...0x3229: return .enclosedHan(Int(value - 0x321F))
    case 0x2474...0x2487: return .numbered(opening: true, number: UInt8(value - 0x2473), closing: UInt8(ascii: ")"))
    case 0x2488...0x249B: return .numbered(opening: false, number: UInt8(value - 0x2487), closing: UInt8(ascii: "."))
    default: return .same
    }
  }
}
