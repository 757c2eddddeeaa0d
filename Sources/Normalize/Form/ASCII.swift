func isDigit(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "0") < 10
}

func isLetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  isDigit(byte) || isLetter(byte)
}
