import Incremental

/// Three stages that do next to nothing, the same as the peers' commands: blanks to one (`tr -s`), capitals to small
/// letters (`tr A-Z a-z`), words counted (`wc -w`).
enum TrivialStages {
  static var all: [StageDefinition] {
    [
      stage("clean", from: .content, to: "cleaned", clean),
      stage("normalize", from: .output("cleaned"), to: "lowered", lower),
      stage("extract", from: .output("lowered"), to: "count") { Array("\(words(in: $0))\n".utf8) },
    ]
  }

  private static func stage(
    _ name: String,
    from input: StageInput,
    to output: String,
    _ body: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> StageDefinition {
    StageDefinition(
      version: StageVersion(stage: name, code: "1"),
      inputs: [input],
      outputs: [StageOutput(output) { $0 }]
    ) { arguments in
      let bytes: [UInt8] = try arguments.value(0)
      let made = WorkMeter.measure(.stage) { body(bytes) }
      return StageResult([Artifact(bytes: made, value: made)])
    }
  }

  /// A run of spaces, tabs and carriage returns becomes one space.
  private static func clean(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
      var isBlank = false
      for byte in bytes {
        let wasBlank = isBlank
        isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0D
        if isBlank, wasBlank { continue }
        target[count] = isBlank ? 0x20 : byte
        count += 1
      }
    }
  }

  private static func lower(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
      for (index, byte) in bytes.enumerated() { target[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
      count = bytes.count
    }
  }

  private static func words(in bytes: [UInt8]) -> Int {
    var words = 0
    var isInside = false
    for byte in bytes {
      let isBlank = byte == 0x20 || byte &- 0x09 < 5
      if !isBlank, !isInside { words += 1 }
      isInside = !isBlank
    }
    return words
  }
}
