import Documents
import Extract
import Testing

@Suite("When a figure is of")
struct PeriodTests {
  @Test(
    "The sentence says it",
    arguments: SentenceRows.table(
      """
      轻工业产值，2021年比2020年增长14%，2022年比2021年增长5%，两年平均每年递增9.4%。
        2021
        2022
        2021/2022
      粮食产量从2001年至2020年的二十年间平均每年增长3%。
        2001/2020
      三年行动圆满收官，工业投资年均增长11%。
        2021/2023
      税收收入达到“十三五”末的1.5倍，保持了年均9%的增速。
        2023
        2019/2023
      累计完成税收收入60亿元，为“十三五”时期的1.8倍。
        2023
        2021/2025
      低保人数由年初的4万人扩大到年末的6万人。
        2023-01
        2023
      存款余额90亿元，比2018年增长40%，从全省第六位上升到第四位。
        2023
        2019/2023
        2018
        2023
      排灌马力比2017年增长2倍，用电量增长3倍。
        2018/2023
        2018/2023
      2022年、2023年地区生产总值分别增长5%、6%。
        2022
        2023
      2022年和2023年，全市新开工项目分别为210个、260个。
        2022
        2023
      五年来，造林绿化20万亩，创收3亿元，粮食产量保持在12万吨左右，城镇化率达到55%。
        2019/2023
        2019/2023
        2019/2023
        2023
      五年来，改造管网60公里，项目覆盖200个村，连续三年粮食产量保持在12万吨以上。
        2019/2023
        2023
        2023
      五年生产原煤6亿吨，占全国三成。
        2019/2023
        2019/2023
      前三季度，综合赛评分别居全省第3、第6和第5位。
        2023-01/2023-03
        2023-04/2023-06
        2023-07/2023-09
      “十四五”时期，全市一般公共预算收入总量达300亿元，比“十三五”时期增加80亿元。
        2021/2025
        2021/2025
      """
    )
  )
  func review(sentence: SentenceRows) {
    sentence.check(\.periods)
  }

  @Test(
    "A plan's sentence says it",
    arguments: SentenceRows.table(
      """
      实现2035年人均地区生产总值比2020年翻一番。
        2021/2035
      地区生产总值年均增长9%左右。研发投入强度达到2.3%。
        2026/2030
        2030
      """
    )
  )
  func plan(sentence: SentenceRows) {
    sentence.check(\.periods, year: 2026, mood: .plan)
  }

  @Test("At the end of a plan what has doubled has done so over its years, unless one year is spoken of")
  func doubling() {
    #expect(ReadSentence("新建学校8所，博士点数量翻番。", year: 2026).periods == ["2021/2025", "2021/2025"])
    #expect(ReadSentence("博士点数量同比翻番。", year: 2026).periods == ["2025"])
    #expect(ReadSentence("博士点数量翻番。", year: 2025).periods == ["2024"])
  }
}
