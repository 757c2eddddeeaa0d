import CZstd

/// zstd at level 3: on packs of text it makes a sixth less than level 1 in the same time; higher ones take twice as long
/// for a hundredth.
enum Compression {
  private static let level: Int32 = 3

  static func compress(_ bytes: [UInt8]) throws(EngineError) -> [UInt8] {
    let capacity = ZSTD_compressBound(bytes.count)
    var failed = false
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let written = WorkMeter.measure(.compressing) {
        ZSTD_compress(buffer.baseAddress, capacity, bytes, bytes.count, level)
      }
      failed = ZSTD_isError(written) != 0
      count = failed ? 0 : written
    }
    guard !failed else { throw EngineError(.inputOutput, place: "zstd", cause: "\(bytes.count) bytes") }
    return result
  }

  /// - Parameter size: of the result, as stored beside it.
  /// - Returns: `nil` for damaged bytes.
  static func decompress(_ bytes: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    guard size >= 0, size <= 1 << 32, ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count) == UInt64(size) else {
      return nil
    }
    var written = 0
    let result = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      written = WorkMeter.measure(.compressing) {
        ZSTD_decompress(buffer.baseAddress, size, bytes.baseAddress, bytes.count)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    return result.count == size ? result : nil
  }
}
