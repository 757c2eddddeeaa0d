import Clean
import Documents

/// A page larger than any that is published: text of one sentence again and again, in numbered paragraphs.
package enum LargePage {
  private static let sentence = "全市上下迎难而上，经济运行总体平稳，地区生产总值增长百分之五点二，居民收入稳步提高。"

  /// What is wrong with what is made of it; `nil` where it comes out whole.
  package static func problem(megabytes: Int) throws -> String? {
    let bytes = Array("<html><head><title>大页面</title></head><body><div>".utf8)
    let paragraph = Array(String(repeating: sentence, count: 256).utf8)
    let count = (megabytes << 20) / paragraph.count
    var page = bytes
    page.reserveCapacity((megabytes + 1) << 20)
    for number in 0..<count { page += Array("<p>第\(number)段：".utf8) + paragraph + Array("</p>\n".utf8) }
    var parameters = CleanParameters()
    parameters.maximumBytes = (megabytes + 1) << 20
    let made = try Cleaner(parameters: parameters).clean(SourceDocument(bytes: page, mediaType: .html)).page
    guard made.blocks.count == count else { return "\(made.blocks.count) paragraphs of \(count)" }
    for (number, block) in made.blocks.enumerated() {
      let head = Array("第\(number)段：".utf8)
      guard block.range.count == head.count + paragraph.count, made.text.bytes[block.range].starts(with: head) else {
        return "paragraph \(number) is not what went in"
      }
    }
    return nil
  }
}
