internal import CICU
internal import Documents

/// A document's text in UTF-8, and how it came to be.
struct DecodedText: Sendable {
  /// Valid UTF-8, without a byte order mark.
  var bytes: [UInt8]
  var charset: Charset
  var evidence: PageMap.CharsetEvidence
  var replaced: Int
  var positions: SourcePositions

  /// Byte order mark, else valid UTF-8 (a few bad bytes are tolerated), else the declared label if it fits, else
  /// statistics.
  init(_ document: SourceDocument) throws(DocumentFailure) {
    let source = document.bytes
    let decoded: Result<DecodedText, DocumentFailure> = source.withUnsafeBufferPointer { bytes in
      do throws(DocumentFailure) {
        return .success(try Self.decode(bytes, source: source, label: document.charsetLabel))
      } catch {
        return .failure(error)
      }
    }
    self = try decoded.get()
  }

  private init(
    bytes: [UInt8],
    charset: Charset,
    evidence: PageMap.CharsetEvidence,
    replaced: Int,
    positions: SourcePositions
  ) {
    self.bytes = bytes
    self.charset = charset
    self.evidence = evidence
    self.replaced = replaced
    self.positions = positions
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>,
    source: [UInt8],
    label: String?
  ) throws(DocumentFailure) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let body = UnsafeBufferPointer(rebasing: bytes[3...])
      return utf8(bytes, source: source, from: 3, bad: UTF8Check.count(body).bad, evidence: .byteOrderMark)
    }
    if CharsetStatistics.hasSignature(bytes) {
      throw DocumentFailure(.binary, offset: 0, found: "\(bytes.count) bytes of a file that is no text")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try converted(bytes, .utf16LE, from: 2, .byteOrderMark) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try converted(bytes, .utf16BE, from: 2, .byteOrderMark) }
    let counts = UTF8Check.count(bytes)
    if counts.nulls > 0, let charset = CharsetStatistics.utf16(bytes) {
      return try converted(bytes, charset, from: 0, .statistics)
    }
    if CharsetStatistics.hasControls(bytes) {
      throw DocumentFailure(.binary, offset: 0, found: "\(bytes.count) bytes that are no text")
    }
    if counts.bad == 0 {
      return utf8(bytes, source: source, from: 0, bad: 0, evidence: .validUTF8)
    }
    if counts.sequences >= 20 * counts.bad {
      return utf8(bytes, source: source, from: 0, bad: counts.bad, evidence: .statistics)
    }
    return try doubleByte(bytes, source: source, label: label, utf8: counts)
  }

  /// Text that is not UTF-8.
  private static func doubleByte(
    _ bytes: UnsafeBufferPointer<UInt8>,
    source: [UInt8],
    label: String?,
    utf8 counts: UTF8Check.Counts
  ) throws(DocumentFailure) -> DecodedText {
    let scores = CharsetStatistics.doubleByteScores(bytes)
    let likely: Charset? =
      scores.gb >= 0.55 && scores.gb >= scores.big5 ? .gb18030 : scores.big5 >= 0.7 ? .big5 : nil
    let declared = label.flatMap { Charset(label: $0.utf8) } ?? CharsetDeclaration.find(in: bytes)
    if let declared, declared != .utf8 {
      let contradicted = likely != nil && likely != declared && (declared.isSingleByte || scores.pairs >= 50)
      if !contradicted {
        let text = try converted(bytes, declared, from: 0, .declared)
        if text.replaced * 20 <= max(20, scores.pairs) { return text }
      }
    }
    if let likely { return try converted(bytes, likely, from: 0, .statistics) }
    // Neither of them: whichever leaves fewer bytes over, if that is a text at all.
    let text = try converted(bytes, .gb18030, from: 0, .statistics)
    let best =
      counts.bad <= text.replaced
      ? utf8(bytes, source: source, from: 0, bad: counts.bad, evidence: .statistics) : text
    if best.replaced * 10 > bytes.count {
      throw DocumentFailure(.undecodable, found: "\(best.replaced) of \(bytes.count) bytes are no \(best.charset.name)")
    }
    return best
  }

  private static func utf8(
    _ bytes: UnsafeBufferPointer<UInt8>,
    source: [UInt8],
    from start: Int,
    bad: Int,
    evidence: PageMap.CharsetEvidence
  ) -> DecodedText {
    let body = UnsafeBufferPointer(rebasing: bytes[start...])
    if bad == 0 {
      return DecodedText(
        bytes: start == 0 ? source : Array(body),
        charset: .utf8,
        evidence: evidence,
        replaced: 0,
        positions: SourcePositions(identityFrom: start, sourceCount: bytes.count)
      )
    }
    let repaired = UTF8Check.repaired(body, sourceStart: start)
    return DecodedText(
      bytes: repaired.bytes,
      charset: .utf8,
      evidence: evidence,
      replaced: bad,
      positions: SourcePositions(runs: repaired.runs, sourceCount: bytes.count)
    )
  }

  private static func converted(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ charset: Charset,
    from start: Int,
    _ evidence: PageMap.CharsetEvidence
  ) throws(DocumentFailure) -> DecodedText {
    var text = gongbao_icu_text()
    let body = UnsafeBufferPointer(rebasing: bytes[start...])
    guard gongbao_icu_decode(charset.converter, body.baseAddress, body.count, SourcePositions.stride, &text) else {
      throw DocumentFailure(.undecodable, found: "no converter for \(charset.name)")
    }
    defer { gongbao_icu_free(&text) }
    let marks = (0..<text.mark_count).map {
      SourcePositions.Mark(text: text.marks[2 * $0], source: start + text.marks[2 * $0 + 1])
    }
    return DecodedText(
      bytes: Array(UnsafeBufferPointer(start: text.text, count: text.text_count)),
      charset: charset,
      evidence: evidence,
      replaced: text.replaced,
      positions: SourcePositions(marks: marks, charset: charset.converter, sourceCount: bytes.count)
    )
  }
}
