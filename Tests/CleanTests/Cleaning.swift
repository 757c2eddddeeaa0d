import Clean
import Documents
import Testing

/// What tests say in one line.
func clean(html: String, charset: String? = nil, url: String? = nil) throws -> CleanOutput {
  try clean(bytes: Array(html.utf8), charset: charset, url: url)
}

func clean(bytes: [UInt8], charset: String? = nil, url: String? = nil) throws -> CleanOutput {
  try Cleaner().clean(SourceDocument(bytes: bytes, mediaType: .html, charsetLabel: charset, url: url))
}

func clean(text: String) throws -> CleanOutput {
  try Cleaner().clean(SourceDocument(bytes: Array(text.utf8), mediaType: .plainText))
}

extension Page {
  var lines: [String] { blocks.map { text[$0.range] } }
}

/// Four paragraphs that no rule takes for anything but a document's own text.
let paragraphs = [
  "过去一年，全市上下迎难而上，经济运行总体平稳，地区生产总值增长百分之五点二。",
  "农业生产再获丰收，粮食总产量达到一百二十万吨，比上年增加三万吨。",
  "工业结构继续优化，高技术制造业增加值占比提高一点三个百分点。",
  "居民收入稳步提高，城镇新增就业四万二千人，登记失业率控制在目标以内。",
]

/// A page in the manner of a government site, with menus above and a foot below.
func page(
  title: String = "清河市二〇二四年政府工作报告",
  head: String = "",
  byline: String = "<div>发布时间：2024-02-08 来源：清河市政府办公室</div>",
  body: String = paragraphs.map { "<p>\($0)</p>" }.joined(),
  foot: String = "<div>版权所有：清河市人民政府 备案序号：某ICP备00000000号</div>"
) -> String {
  """
  <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)_清河市人民政府</title>\(head)</head><body>
  <ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul>
  <div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 正文</div>
  <h1>\(title)</h1>\(byline)
  <div id="zoom">\(body)</div>
  <div>上一篇：<a href="/1.html">上一年的报告</a></div><div>下一篇：<a href="/3.html">计划报告</a></div>
  \(foot)</body></html>
  """
}
