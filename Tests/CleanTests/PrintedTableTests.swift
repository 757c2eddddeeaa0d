import Documents
import Testing

@testable import Clean

@Suite("Tables that a paper prints as text")
struct PrintedTableTests {
  private static let prose = """
    各位代表，过去一年全市财政运行总体平稳，收入稳中有进，支出保障有力，各项重点任务顺利完成。
    下面从三个方面报告有关情况，请予审议，并请各位政协委员和列席人员提出意见。
    """

  private func page(_ lines: String, before: String = prose, after: String = prose) throws -> Page {
    let text = before + "\n" + lines + "\n" + after
    return try Cleaner().clean(SourceDocument(bytes: Array(text.utf8), mediaType: .plainText)).page
  }

  /// Rows of cells; "<" stands where the cell to the left goes on.
  private func grid(_ table: Table, _ page: Page) -> [String] {
    let rows = (table.cells.map(\.row).max() ?? -1) + 1
    let columns = table.cells.map { $0.column + $0.columnSpan }.max() ?? 0
    var grid = [[String]](repeating: [String](repeating: "", count: columns), count: rows)
    for cell in table.cells {
      let text = page.text[cell.range].split(whereSeparator: \.isWhitespace).joined()
      grid[cell.row][cell.column] = text
      for column in (cell.column + 1)..<max(cell.column + 1, cell.column + cell.columnSpan) {
        grid[cell.row][column] = "<"
      }
    }
    return grid.map { $0.joined(separator: "|") }
  }

  @Test("Heads that are broken over lines go to the columns that they are whole in")
  func heads() throws {
    let page = try page(
      """
      表2 2024年全市一般公共预算收入执行情况表
      单位：万元
      项 目
      2024年
      预算数
      2024年
      执行数
      执行数为
      预算数的%
      同比增
      长（%）
      税收收入 52,100 51,800 99.4 3.1
      契税 4,020 3,900 97.0 -2.5
      """
    )
    let table = try #require(page.tables.first)
    #expect(
      grid(table, page) == [
        "项目|2024年预算数|2024年执行数|执行数为预算数的%|同比增长（%）", "税收收入|52,100|51,800|99.4|3.1", "契税|4,020|3,900|97.0|-2.5",
      ]
    )
    let caption = try #require(table.caption)
    #expect(page.text[page.blocks[caption].range].hasPrefix("表2 2024年"))
    #expect(page.blocks[table.rows].allSatisfy { $0.kind == .tableRow })
    #expect(page.blocks[table.rows.upperBound...].allSatisfy { $0.kind == .paragraph })
  }

  @Test("A head over others, units in a column, codes and rows side by side")
  func shapes() throws {
    let storeys = try page(
      """
      项 目 2023年决算数 2024年执行数 金额 占预算 比上年增长
      印花税 75 80 101.2% 6.7%
      车船税 62 60 98.0% -3.2%
      """
    )
    #expect(
      grid(try #require(storeys.tables.first), storeys) == [
        "项目|2023年决算数|2024年执行数|<|<", "||金额|占预算|比上年增长", "印花税|75|80|101.2%|6.7%", "车船税|62|60|98.0%|-3.2%",
      ]
    )
    let units = try page(
      """
      指 标 单 位 绝对数 比上年增长%
      货运量 万吨 1203.5 4.0
      其中：水路 万吨 88 -1.2
      """
    )
    #expect(
      grid(try #require(units.tables.first), units)
        == ["指标|单位|绝对数|比上年增长%", "货运量|万吨|1203.5|4.0", "其中：水路|万吨|88|-1.2"]
    )
    let codes = try page(
      """
      科目编码 科目名称 2024年预算数 2025年预算数
      20406 　司法 120 133 2040601 　　行政运行 60 64
      2040602 　　法治建设 - 12
      """
    )
    #expect(
      grid(try #require(codes.tables.first), codes)
        == ["科目编码|科目名称|2024年预算数|2025年预算数", "20406|司法|120|133", "2040601|行政运行|60|64", "2040602|法治建设|-|12"]
    )
    let sides = try page(
      """
      2024年全市收支总表
      收 入 支 出
      项 目 预算数 项 目 预算数
      一、本级收入 900 一、本级支出 850
      二、上级补助收入 300 二、上解支出 70
      """
    )
    let caption = try #require(sides.tables.first?.caption)
    #expect(sides.text[sides.blocks[caption].range] == "2024年全市收支总表")
    #expect(
      grid(try #require(sides.tables.first), sides)
        == ["项目|预算数", "一、本级收入|900", "一、本级支出|850", "二、上级补助收入|300", "二、上解支出|70"]
    )
  }

  @Test("A name broken over lines is put together where only figures follow, and left out where a row may have none")
  func names() throws {
    let page = try page(
      """
      项 目 2024年预算数 2025年预算数
      国有资源（资产）有偿使用
      收入
      510 530
      专项收入 70 75
      城市基础设施配套建设补助经费项
      目区级配套部分 31 28
      捐赠收入
      （三）其他收入 12 9
      罚没收入 40 41
      """
    )
    #expect(
      grid(try #require(page.tables.first), page) == [
        "项目|2024年预算数|2025年预算数", "国有资源（资产）有偿使用收入|510|530", "专项收入|70|75", "|目区级配套部分3128|<", "（三）其他收入|12|9",
        "罚没收入|40|41",
      ]
    )
  }

  @Test(
    "Where heads can be dealt out in several ways or in none, or signs contradict them, no cell is read",
    arguments: [
      // More figures than heads.
      "项 目 2024年预算数\n契税 12 13\n车船税 14 15\n印花税 3 4",
      // The signs stand in a column of amounts.
      "项 目 2023年执行数 2024年预算数\n契税 12 101.3%\n车船税 14 99.1%\n印花税 3 98.2%",
      // A head that nobody knows, in two lines.
      "项 目 甲类\n乙类 丙类 丁类\n契税 12 13\n车船税 14 15\n印花税 3 4",
      // Rows have empty cells.
      "项 目\n2023年\n执行数\n2024年\n预算数\n增长%\n契税 12 13\n车船税 15 7\n印花税 3 4",
    ]
  )
  func uncertain(lines: String) throws {
    let page = try page(lines)
    #expect(page.tables.isEmpty)
    #expect(page.blocks.count { $0.kind == .tableRow } > 0)
  }

  @Test("Prose that begins like a table stays prose")
  func prose() throws {
    let page = try page("项目建设加快推进，全年完成投资 35 亿元，增长 6.1%。\n指标完成情况较好，其中收入 12 亿元、支出 15 亿元。")
    #expect(page.tables.isEmpty)
    #expect(page.blocks.allSatisfy { $0.kind != .tableRow })
  }

  @Test(
    "Lines that nobody would print are read without harm",
    arguments: [
      String(repeating: "项目 预算数\n", count: 3_000), String(repeating: "项目\n", count: 500) + "契税 1\n契税 2",
      "项目 " + String(repeating: "预算数 ", count: 400) + "\n契税 " + String(repeating: "1 ", count: 400) + "\n契税 1",
      "项目 " + String(repeating: "执行数为 ", count: 70) + "\n契税 1 2 3\n契税 1 2 3",
      "指标 单位\n- - -\n— 1\n% 2\n( 3\n契税 万元", "项目 预算数\n" + String(repeating: "- ", count: 5_000) + "\n契税 1\n契税 2",
      "科目编码 科目名称 预算数\n" + String(repeating: "201 ", count: 2_000) + "\n2010101 1\n2010102 2",
      String(repeating: "项目 预算数 项目 预算数\n1 1 1 1\n甲 1 甲 1\n", count: 400),
    ]
  )
  func hostile(lines: String) throws {
    let page = try page(lines)
    for table in page.tables {
      #expect(table.rows.upperBound <= page.blocks.count)
      for cell in table.cells { #expect(cell.range.upperBound <= page.text.count) }
    }
  }
}
