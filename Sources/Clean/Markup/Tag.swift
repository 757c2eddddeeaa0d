/// An element's name, as far as its name matters here.
enum Tag: UInt8, Sendable {
  case text
  /// Any name that is not listed: its content is part of what is around it, like a span.
  case other
  case html, head, body, title, meta, base, link
  case h1, h2, h3, h4, h5, h6
  case p, div, section, article, main, header, footer, nav, aside, center, blockquote, pre, address, hr
  case ul, ol, li, dl, dt, dd, menu
  case table, caption, thead, tbody, tfoot, tr, td, th
  case form, fieldset, legend, label, input, button, select, option, optgroup, textarea
  case figure, figcaption, details, summary, dialog
  case a, span, font, b, strong, i, em, u, sup, sub, br, wbr, img, small
  case script, style, noscript, template, iframe, object, embed, video, audio, canvas, map
  case frameset, frame, noframes, marquee, time, ucaptitle, publishtime, ucapcontent

  /// Whether a line ends before and after it.
  var breaksLine: Bool {
    switch self {
    case .html, .head, .body, .title, .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .section, .article, .main, .header,
      .footer,
      .nav, .aside, .center, .blockquote, .pre, .address, .hr, .ul, .ol, .li, .dl, .dt, .dd, .menu, .table, .caption,
      .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .figure, .figcaption, .details, .summary,
      .dialog,
      .frameset, .frame, .noframes, .marquee, .ucapcontent, .br, .optgroup, .option, .video, .audio, .object:
      true
    default: false
    }
  }

  /// Whether what stands in it is never shown as the page's text.
  var isHidden: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .iframe, .object, .embed, .video, .audio, .canvas, .map, .select,
      .textarea, .button, .dialog, .noframes, .title, .option, .optgroup:
      true
    default: false
    }
  }

  /// 1 to 6 of a heading, else 0.
  var headingLevel: UInt8 {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  /// Whether it can hold a page's body: a box, not a paragraph.
  var isBox: Bool {
    switch self {
    case .html, .body, .div, .section, .article, .main, .center, .blockquote, .td, .th, .table, .tbody, .tr, .form,
      .fieldset, .ul, .ol, .dl, .dd, .li, .ucapcontent, .span, .font, .other, .pre, .header, .details, .figure, .aside,
      .footer:
      true
    default: false
    }
  }

  /// - Parameter name: lower-case ASCII, as libxml2 hands it out; ends with a zero.
  init(name: UnsafePointer<UInt8>) {
    var key: UInt64 = 0
    var index = 0
    while name[index] != 0 {
      guard index < 12 else {
        self = .other
        return
      }
      // Names of up to twelve letters, five bits each.
      key = key << 5 | UInt64(name[index] & 0x1F) &+ (name[index] < 0x40 ? 1 << 60 : 0)
      index += 1
    }
    self = Self.keys[key] ?? .other
  }

  private static let keys: [UInt64: Tag] = {
    var keys: [UInt64: Tag] = [:]
    for raw in Tag.html.rawValue...Tag.ucapcontent.rawValue {
      guard let tag = Tag(rawValue: raw) else { continue }
      var key: UInt64 = 0
      for byte in "\(tag)".utf8 { key = key << 5 | UInt64(byte & 0x1F) &+ (byte < 0x40 ? 1 << 60 : 0) }
      keys[key] = tag
    }
    return keys
  }()
}
