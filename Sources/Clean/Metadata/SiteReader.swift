internal import Documents

/// Finds the name of the site that published a page.
struct SiteReader {
  let tree: MarkupTree
  let lines: PageLines

  private static let endings = [
    "网", "网站", "政府", "门户", "信息港", "在线", "门户网站", "局", "委员会", "厅", "人大", "之窗", "数字报", "公报库", "文库", "日报",
    "频道", "中国", "新闻", "平台", "信息网", "官网", "博客", "论坛", "社区", "百科", "百科全书", "搜狐", "新浪", "网易", "腾讯",
  ].map { Array($0.utf8) }

  static func isSiteName(_ text: some Collection<UInt8>) -> Bool {
    let name = SpacedLetters.closed(TrimmedText.bytes(Array(text)))
    guard !name.isEmpty, name.count <= 60 else { return false }
    return endings.contains { name.suffix($0.count).elementsEqual($0) } || name.starts(with: "中国".utf8)
  }

  private static let greetings = ["欢迎访问", "欢迎光临", "欢迎来到", "欢迎进入", "欢迎浏览", "您好", "您现在访问的是"].map {
    Array($0.utf8)
  }
  private static let farewells = ["欢迎您", "欢迎你", "欢迎"].map { Array($0.utf8) }
  private static let offices = ["局", "委员会", "厅", "院", "政府", "办公室", "中心"].map { Array($0.utf8) }

  /// The name in a site's greeting: "欢迎访问某市统计局网站!", "某政务网欢迎您!". An office's "网站" is the office.
  static func withoutWelcome(_ text: [UInt8]) -> [UInt8] {
    var name = text
    var isGreeting = false
    while let greeting = greetings.first(where: { name.starts(with: $0) }) {
      name.removeFirst(greeting.count)
      isGreeting = true
    }
    for farewell in farewells {
      guard name.count >= farewell.count + 3,
        let at = (3...name.count - farewell.count).first(where: { name[$0...].starts(with: farewell) })
      else { continue }
      name.removeSubrange(at...)
      break
    }
    let site = Array("网站".utf8)
    if isGreeting, name.count > site.count, name.suffix(site.count).elementsEqual(site),
      offices.contains(where: { name.dropLast(site.count).suffix($0.count).elementsEqual($0) })
    {
      name.removeLast(site.count)
    }
    return name
  }

  func site(_ tags: MetaTags, title: String?, breadcrumb: [String]) -> Found<String>? {
    let declared = tags.first(["sitename"]).map(Self.withoutDouble)
    // Some templates put a column or an event there.
    if let declared, Self.isSiteName(declared.utf8) || !Self.isEvent(declared) { return Found(declared, at: .metaTag) }
    if let site = tags.first(["og:site_name", "application-name"]) { return Found(site, at: .openGraph) }
    if let site = fromTitleTag(title) { return Found(site, at: .titleTag) }
    if let first = breadcrumb.first, Self.isSiteName(first.utf8) {
      let name = first.hasSuffix("首页") ? String(first.dropLast(2)) : first
      if !name.isEmpty { return Found(name, at: .breadcrumb) }
    }
    return declared.map { Found($0, at: .metaTag) }
  }

  private static let events = ["会议", "大会", "专题", "专栏"]

  private static func isEvent(_ name: String) -> Bool { events.contains { name.hasSuffix($0) } }

  /// One of two names that stand together: "某市人民政府--某市人民政府门户网站".
  private static func withoutDouble(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let marks = [Array("--".utf8), Array("——".utf8)]
    for mark in marks {
      guard let at = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }), at >= 9 else { continue }
      let first = TrimmedText.bytes(bytes[..<at])
      if isSiteName(first) { return String(decoding: first, as: UTF8.self) }
    }
    return name
  }

  /// The last part of the title tag, where it is a site's name; else the first, where the rest is the title.
  private func fromTitleTag(_ title: String?) -> String? {
    for node in 0..<tree.count where tree.tag(node) == .title {
      let whole = Array(Attachments.text(of: node, in: tree).utf8)
      guard
        let cut = whole.lastIndex(where: {
          $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|")
        })
      else { return nil }
      let name = TrimmedText.bytes(whole[(cut + 1)...])
      if Self.isSiteName(name), !name.elementsEqual((title ?? "").utf8) { return String(decoding: name, as: UTF8.self) }
      guard let title, name.elementsEqual(title.utf8) else { return nil }
      let first = TrimmedText.bytes(whole[..<cut])
      return Self.isSiteName(first) ? String(decoding: first, as: UTF8.self) : nil
    }
    return nil
  }
}
