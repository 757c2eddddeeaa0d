import CZstd

/// zstd at its fastest useful level: artifacts are small and many.
enum Compression {
  /// - Returns: `nil` where compressing saves nothing.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 64 else { return nil }
    let capacity = ZSTD_compressBound(bytes.count)
    var failed = false
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let written = WorkMeter.measure(.compressing) {
        ZSTD_compress(buffer.baseAddress, capacity, bytes, bytes.count, 1)
      }
      failed = ZSTD_isError(written) != 0
      count = failed ? 0 : written
    }
    return failed || result.count >= bytes.count ? nil : result
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
