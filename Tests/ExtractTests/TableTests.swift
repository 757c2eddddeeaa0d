import Clean
import Documents
import Extract
import Normalize
import Testing

@Suite("Figures of tables")
struct TableTests {
  /// A row a figure: value and unit, indicator, column; which of equal cells it is, where it is not the first.
  private func read(_ rows: String, caption: String = "") throws -> [String] {
    let lines = rows.split(separator: "\n").map { row in
      "<tr>" + row.split(separator: "|", omittingEmptySubsequences: false).map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    let prose = "<p>全市上下坚持稳中求进工作总基调，扎实推动高质量发展，经济运行总体平稳，民生持续改善。</p>"
    let html = """
      <html><head><title>清河市2024年国民经济和社会发展统计公报</title></head><body><h1>清河市2024年国民经济和社会发展统计公报</h1>
      \(prose)<p>\(caption)</p><table>\(lines.joined())</table>\(prose)</body></html>
      """
    let page = try Cleaner().clean(SourceDocument(bytes: Array(html.utf8), mediaType: .html)).page
    let report = Extractor().extract(page: page, text: Normalizer().normalize(page), hints: SourceHints()).report
    return report.observations.filter { $0.origin == .table }.map { figure in
      var line = "\(figure.value) \(figure.unit ?? "-")|\(figure.indicator)|\(figure.cell?.columnPath ?? "")"
      if let cell = figure.cell, cell.occurrence > 0 { line += " #\(cell.occurrence)" }
      return line
    }
  }

  @Test("A cell has the names of its row and its column, and the unit of either")
  func cells() throws {
    let rows = """
      指标|绝对数(亿元)|比上年增长(%)
      地区生产总值|905.2|5.1
      粮食产量(万吨)|50.3|-2.0
      """
    #expect(
      try read(rows) == [
        "905.2 亿元|地区生产总值|绝对数(亿元)", "5.1 %|地区生产总值|比上年增长(%)", "50.3 万吨|粮食产量(万吨)|绝对数(亿元)",
        "-2.0 %|粮食产量(万吨)|比上年增长(%)",
      ]
    )
  }

  @Test("Numbers of rows are no figures, and the unit can stand above the table")
  func ordinals() throws {
    let rows = """
      指标|序号|绝对数
      地区生产总值|1|905.2
      一般公共预算收入|2|60.1
      """
    #expect(
      try read(rows, caption: "单位：亿元") == ["905.2 亿元|地区生产总值|绝对数", "60.1 亿元|一般公共预算收入|绝对数"]
    )
  }

  @Test("Cells of equal names are told apart by their order")
  func occurrences() throws {
    let rows = """
      项目|金额(万元)
      其他支出|12
      教育支出|30
      其他支出|14
      """
    #expect(
      try read(rows) == ["12 万元|其他支出|金额(万元)", "30 万元|教育支出|金额(万元)", "14 万元|其他支出|金额(万元) #1"]
    )
  }
}
