/// An encoding under its WHATWG name, and the labels that lead to it.
struct Charset: Sendable, Hashable {
  /// As `page.map` says it.
  let name: String
  /// What ICU calls it.
  let converter: String
  let isSingleByte: Bool

  static let utf8 = Charset(name: "UTF-8", converter: "UTF-8", isSingleByte: false)
  static let gb18030 = Charset(name: "gb18030", converter: "gb18030", isSingleByte: false)
  static let big5 = Charset(name: "Big5", converter: "Big5-HKSCS", isSingleByte: false)
  static let utf16LE = Charset(name: "UTF-16LE", converter: "UTF-16LE", isSingleByte: false)
  static let utf16BE = Charset(name: "UTF-16BE", converter: "UTF-16BE", isSingleByte: false)

  /// The encoding that a page means by a label (https://encoding.spec.whatwg.org/#names-and-labels), for the labels that
  /// Chinese pages carry; case and white space around it do not matter.
  init?(label: some Sequence<UInt8>) {
    var key: [UInt8] = []
    for byte in label where byte > 0x20 && byte != 0x22 && byte != 0x27 {
      key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    guard let charset = Self.labels[String(decoding: key, as: UTF8.self)] else { return nil }
    self = charset
  }

  private init(name: String, converter: String, isSingleByte: Bool) {
    self.name = name
    self.converter = converter
    self.isSingleByte = isSingleByte
  }

  private static let labels: [String: Charset] = {
    var labels: [String: Charset] = [:]
    func add(_ charset: Charset, _ names: String) {
      for name in names.split(separator: " ") { labels[String(name)] = charset }
    }
    func single(_ name: String) -> Charset { Charset(name: name, converter: name, isSingleByte: true) }
    func double(_ name: String) -> Charset { Charset(name: name, converter: name, isSingleByte: false) }
    add(.utf8, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8")
    add(
      .gb18030,
      "gb18030 gbk gb2312 gb_2312 gb_2312-80 gb2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk cp936 936 ms936 "
        + "windows-936 euc-cn hz-gb-2312"
    )
    add(.big5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950")
    // A page whose meta tag can be read is not UTF-16, whatever it says.
    add(.utf8, "utf-16 utf-16le utf-16be unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff unicodefffe")
    add(single("windows-1252"), "windows-1252 iso-8859-1 iso8859-1 latin1 l1 us-ascii ascii cp1252 x-cp1252 iso_8859-1")
    add(single("windows-1251"), "windows-1251 cp1251 x-cp1251")
    add(double("Shift_JIS"), "shift_jis shift-jis sjis ms_kanji windows-31j x-sjis")
    add(double("EUC-JP"), "euc-jp cseucpkdfmtjapanese x-euc-jp")
    add(double("EUC-KR"), "euc-kr ks_c_5601-1987 ksc5601 windows-949 korean")
    return labels
  }()
}
