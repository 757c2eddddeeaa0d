import Clean
import Documents
import Extract
import Normalize
import Testing

@Suite("Figures of tables")
struct TableTests {
  /// A row a figure: value and unit, indicator, column; which of equal cells it is, where it is not the first.
  private func read(_ rows: String, caption: String = "") throws -> [String] {
    try figures(rows, caption: caption).map { figure in
      var line = "\(figure.value) \(figure.unit ?? "-")|\(figure.indicator)|\(figure.cell?.columnPath ?? "")"
      if let cell = figure.cell, cell.occurrence > 0 { line += " #\(cell.occurrence)" }
      return line
    }
  }

  /// A cell that ends with ^ and a number has a colspan, with _ and a number a rowspan.
  private static func cell(_ text: Substring) -> String {
    for (mark, name) in [("^", "colspan"), ("_", "rowspan")] {
      let parts = text.split(separator: Character(mark), omittingEmptySubsequences: false)
      if parts.count == 2, let span = Int(parts[1]) { return "<td \(name)=\"\(span)\">\(parts[0])</td>" }
    }
    return "<td>\(text)</td>"
  }

  private func figures(
    _ rows: String,
    caption: String = "",
    title: String = "清河市2024年国民经济和社会发展统计公报"
  ) throws -> [Observation] {
    let lines = rows.split(separator: "\n").map { row in
      "<tr>" + row.split(separator: "|", omittingEmptySubsequences: false).map { Self.cell($0) }.joined() + "</tr>"
    }
    let prose = "<p>全市上下坚持稳中求进工作总基调，扎实推动高质量发展，经济运行总体平稳，民生持续改善。</p>"
    let html = """
      <html><head><title>\(title)</title></head><body><h1>\(title)</h1>
      \(prose)<p>\(caption)</p><table>\(lines.joined())</table>\(prose)</body></html>
      """
    let page = try Cleaner().clean(SourceDocument(bytes: Array(html.utf8), mediaType: .html)).page
    let report = Extractor().extract(page: page, text: Normalizer().normalize(page), hints: SourceHints()).report
    return report.observations.filter { $0.origin == .table }
  }

  /// Value, indicator and measure; area and status where they are not the ordinary ones.
  private func meanings(_ figures: [Observation]) -> [String] {
    figures.map { figure in
      var line = "\(figure.value)|\(figure.indicator)|\(figure.measure.name)|\(figure.period?.description ?? "")"
      if figure.status != .actual { line += "|" + figure.status.name }
      if let code = figure.code { line += "|" + code }
      if let area = figure.area, area != "清河市" { line += "|" + area }
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
        "905.2 亿元|地区生产总值|绝对数(亿元)", "5.1 %|地区生产总值|比上年增长(%)", "50.3 万吨|粮食产量|绝对数(亿元)",
        "-2.0 %|粮食产量|比上年增长(%)",
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

  @Test("The noun of the column, of the row above or of the caption completes a name")
  func nouns() throws {
    let produce = """
      产品名称|单位|产量|比上年增长（%）
      大豆|万吨|6.25|3.1
      其中：黑豆|万吨|1.2|-4
      风电发电量|亿千瓦时|17|20.5
      """
    #expect(
      try meanings(figures(produce)) == [
        "6.25|大豆产量|level|2024", "3.1|大豆产量|growth|2024", "1.2|黑豆产量|level|2024", "-4|黑豆产量|growth|2024",
        "17|风电发电量|level|2024", "20.5|风电发电量|growth|2024",
      ]
    )
    let parts = """
      指标|年末数（万人）|比重（%）
      全市常住人口|80.5|100.0
      其中：城镇|45.1|56.0
      乡村|35.4|44.0
      """
    #expect(
      try meanings(figures(parts, caption: "表1 2023年末清河市常住人口数及其构成")) == [
        "80.5|常住人口|level|2023|population", "100.0|常住人口比重|share|2023", "45.1|城镇常住人口|level|2023",
        "56.0|城镇常住人口比重|share|2023", "35.4|乡村常住人口|level|2023", "44.0|乡村常住人口比重|share|2023",
      ]
    )
    let industries = """
      行业|比上年增长（%）
      采矿业|12.5
      教育|-3.8
      """
    #expect(
      try meanings(figures(industries, caption: "表2 2024年分行业固定资产投资增长速度"))
        == ["12.5|采矿业投资|growth|2024", "-3.8|教育投资|growth|2024"]
    )
    let partners = """
      国家和地区|出口额（亿元）|比上年增长（%）|进口额（亿元）
      巴西|3.2|15.0|1.1
      """
    #expect(
      try meanings(figures(partners)) == [
        "3.2|对巴西出口额|level|2024", "15.0|对巴西出口额|growth|2024", "1.1|对巴西进口额|level|2024",
      ]
    )
  }

  @Test("Heads come again inside a table, a single cell heads the rows below, and a title can be the first row")
  func headsInside() throws {
    let rows = """
      表3 2023年清河市交通运输^3
      指标|绝对数|比上年增长（%）
      公路||
      货运量（万吨）|120|4.0
      水路||
      货运量（万吨）|15|-2.5
      项目|2022年|2023年
      邮政业务总量（亿元）|3.1|3.4
      """
    #expect(
      try meanings(figures(rows)) == [
        "120|公路货运量|level|2023", "4.0|公路货运量|growth|2023", "15|水路货运量|level|2023", "-2.5|水路货运量|growth|2023",
        "3.1|邮政业务总量|level|2022", "3.4|邮政业务总量|level|2023",
      ]
    )
  }

  @Test("Heads of two storeys are read together, and years that are only numbers are years")
  func storeys() throws {
    let rows = """
      项目_2|2023年预算数^2|2023年决算数_2|完成调整预算%_2|2023年决算数比2022年决算数^2
      年初预算数|调整后预算数|增减额|增减%
      一、税收收入|500|520|515|99.0|-12|-2.3
      """
    let title = "关于清河市2023年财政决算的报告"
    #expect(
      try meanings(figures(rows, caption: "单位：万元", title: title)) == [
        "500|税收收入|level|2023|target|tax", "520|税收收入|level|2023|target|tax", "515|税收收入|level|2023|tax",
        "99.0|税收收入占调整预算比重|share|2023", "-12|税收收入|change|2023|tax", "-2.3|税收收入|growth|2023|tax",
      ]
    )
    let years = """
      指标|2021|2022
      卫生机构（个）|12|14
      """
    #expect(try meanings(figures(years)) == ["12|卫生机构|level|2021", "14|卫生机构|level|2022"])
  }

  @Test("Revenue and expenditure side by side are read each by its own names; a table can be of a part of the area")
  func sides() throws {
    let rows = """
      收入项目|2024年预算数|支出项目|2024年预算数
      增值税|21|教育支出|80
      房产税|-|卫生健康支出|35
      """
    let found = try figures(rows, caption: "2024年市本级一般公共预算收支表（单位：万元）", title: "关于清河市2023年预算执行情况和2024年预算草案的报告")
    #expect(
      meanings(found) == [
        "21|增值税|level|2024|target|市本级", "80|教育支出|level|2024|target|市本级", "35|卫生健康支出|level|2024|target|市本级",
      ]
    )
    #expect(found.allSatisfy { $0.unit == "万元" })
  }

  @Test("What a share is of stands in its name, and what is planned or expected is told from what was done")
  func shares() throws {
    let rows = """
      项目|2023年预计执行数|执行数为上年决算数的%|2024年预算数|预算数为上年执行数的%
      非税收入|30|102.5|31|103.3
      """
    #expect(
      try meanings(figures(rows, caption: "单位：万元", title: "关于清河市2023年预算执行情况和2024年预算草案的报告")) == [
        "30|非税收入|level|2023|estimated", "102.5|非税收入占上年决算数比重|share|2023",
        "31|非税收入|level|2024|target", "103.3|非税收入占上年执行数比重|share|2024|target",
      ]
    )
  }

  @Test("A budget's offices, funds, sums and names that come again are read where it is told whose they are")
  func owners() throws {
    let title = "关于清河市2023年预算执行情况和2024年预算草案的报告"
    let offices = """
      项目|2024年预算数
      一、公共安全支出|90
      司法|40
      行政运行|25
      机关服务|5
      网络安全支出|12
      法院|30
      行政运行|21
      网络安全支出|8
      合计|160
      """
    #expect(
      try meanings(figures(offices, caption: "2024年一般公共预算支出表（单位：万元）", title: title)) == [
        "90|公共安全支出|level|2024|target", "40|司法|level|2024|target", "25|司法行政运行|level|2024|target",
        "5|司法机关服务|level|2024|target", "30|法院|level|2024|target", "21|法院行政运行|level|2024|target",
        "160|一般公共预算支出|level|2024|target|expenditure",
      ]
    )
    let funds = """
      项目|2024年预算数
      利息收入|2
      一、失业保险基金收入|33
      其中：财政补贴收入|4
      利息收入|3
      总计|70
      """
    #expect(
      try meanings(figures(funds, caption: "2024年社会保险基金收入预算表（单位：万元）", title: title)) == [
        "33|失业保险基金收入|level|2024|target", "4|失业保险基金财政补贴收入|level|2024|target",
        "3|失业保险基金利息收入|level|2024|target",
      ]
    )
  }

  @Test("Rows that a page leaves empty count where a cell spans them")
  func emptyRows() throws {
    let html = """
      <p>全市经济运行总体平稳，民生持续改善，各项事业取得新的进步，高质量发展迈出坚实步伐。</p><table>
      <tr><td rowspan="2">指标</td><td rowspan="2">绝对数（亿元）</td></tr><tr></tr>
      <tr><td>工业总产值</td><td>77.5</td></tr><tr><td>其中：轻工业</td><td>30</td></tr></table>
      """
    let page = try Cleaner().clean(SourceDocument(bytes: Array(html.utf8), mediaType: .html)).page
    let report = Extractor().extract(page: page, text: Normalizer().normalize(page), hints: SourceHints()).report
    let found = report.observations.filter { $0.origin == .table }.map { "\($0.value)|\($0.indicator)" }
    #expect(found == ["77.5|工业总产值", "30|轻工业产值"])
  }

  @Test(
    "Tables that nobody would print are read without harm",
    arguments: [
      "<tr>" + String(repeating: "<td>1</td>", count: 10_000) + "</tr><tr><td>指标</td><td>2</td></tr>",
      "<tr><td colspan=\"1000000000\" rowspan=\"1000000000\">指标</td><td>数量</td></tr><tr><td>甲</td><td>3</td></tr>",
      String(
        repeating: "<tr><td rowspan=\"999999\" colspan=\"60\">指标</td><td rowspan=\"99999\">9</td></tr>",
        count: 3_000
      ),
      String(repeating: "<tr><td><table><tr><td>指标</td><td>数量</td></tr><tr><td>甲", count: 300),
      "<tr><td>指标</td><td>数量</td></tr><tr><td>甲</td></tr><tr></tr><tr><td></td><td></td><td>7</td><td>8</td></tr>",
      String(repeating: "<tr><td>指标</td><td>单位：万元</td><td>(</td><td>)</td><td>%</td></tr>", count: 50),
      "<tr><td>其中：</td><td>#</td></tr><tr><td>（一）</td><td>99999999999999999999999</td></tr><tr><td>一、</td><td>-</td></tr>",
      "<tr><td>指标</td><td>(%)</td></tr><tr><td>(</td><td>1</td></tr><tr><td>)</td><td>2</td></tr>",
    ]
  )
  func hostile(rows: String) throws {
    let prose = "<p>全市上下坚持稳中求进工作总基调，扎实推动高质量发展，经济运行总体平稳，民生持续改善。</p>"
    let html = "\(prose)<table>\(rows)</table>\(prose)"
    let page = try Cleaner().clean(SourceDocument(bytes: Array(html.utf8), mediaType: .html)).page
    let report = Extractor().extract(page: page, text: Normalizer().normalize(page), hints: SourceHints()).report
    for figure in report.observations where figure.origin == .table {
      #expect(figure.quote.upperBound <= page.text.count)
      #expect(!figure.indicator.isEmpty)
    }
  }
}
