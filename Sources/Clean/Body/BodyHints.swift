/// Names that sites give to the element that holds an article's text.
enum BodyHints {
  /// In the value of an id or a class, in small letters.
  private static let names = [
    "trs_editor", "trs_ueditor", "view_editor", "ucapcontent", "zoom", "zoomcon", "vsb_content", "v_news_content",
    "d_article",
    "article-content", "article_content", "articlecontent", "article-body", "articlebody", "articlecon", "article-con",
    "detailcont", "detail-content", "news_content", "newscontent", "news-content", "newstext", "news_text", "conttext",
    "content_body", "bt-content", "j-content", "easysite-news-text", "pages_content", "founder-content",
    "rich_media_content",
    "xxgk_content", "gknr", "zwnr", "nr_con", "cont_txt", "artibody", "entry-content", "post-content",
    "main-content-text",
  ].map { Array($0.utf8) }

  /// Whether the element's id or class says that it holds the text.
  static func names(_ node: Int, of tree: MarkupTree) -> Bool {
    if tree.tag(node) == .ucapcontent || tree.tag(node) == .article { return true }
    for attribute in [MarkupTree.Attribute.id, .class] {
      guard let range = tree.attribute(attribute, of: node) else { continue }
      let value = tree.pool[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      for token in value.split(whereSeparator: { $0 <= 0x20 }) where names.contains(where: { token.elementsEqual($0) })
      {
        return true
      }
    }
    return false
  }
}
