import Lexicon

extension Indicators {
  /// The headline that a name is.
  ///
  /// - Parameter tellsAllCurrencies: whether the report has deposits and loans in all currencies beside those in 人民币.
  func headline(named name: [UInt8], tellsAllCurrencies: @autoclosure () -> Bool) -> Headline? {
    if let value = trie.value(of: name) { return all[Int(value)].headline }
    // 固定资产投资(不含农户)
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
      let value = trie.value(of: Array(name[..<open]))
    {
      return all[Int(value)].headline
    }
    // 一般预算收人: 入 is often misread in old reports.
    if let misread = name.end(of: "收人") {
      let repaired = name[..<(misread - 3)] + Array("入".utf8) + name[misread...]
      return headline(of: Array(repaired))
    }
    if isShareForLivelihood(name) { return headline("livelihood_share") }
    guard let code = codeInOwnCurrency(name), !tellsAllCurrencies() else { return nil }
    return headline(code)
  }

  /// 民生领域财政支出占公共预算支出: what is spent for the people's livelihood, of all that is spent.
  private func isShareForLivelihood(_ name: [UInt8]) -> Bool {
    guard let end = name.end(of: "占"), end <= 36 else { return false }
    let spent = Array(name[..<(end - 3)])
    guard spent.holds("民生"), spent.ends(with: "支出") || spent.ends(with: "投入") || spent.ends(with: "财力"),
      !spent.holds("项"), !spent.holds("类"), !spent.holds("重点")
    else { return false }
    var whole = Array(name[end...])
    for word in ["的比重", "比重", "的比例", "比例", "的比率"] as [StaticString] where whole.ends(with: word) {
      whole.removeLast(word.utf8CodeUnitCount)
      break
    }
    return ["公共预算", "预算支出", "财政支出", "财政总支出", "总支出"].contains { (word: StaticString) in whole.ends(with: word) }
  }

  /// 金融机构各项人民币存款余额
  private func codeInOwnCurrency(_ name: [UInt8]) -> String? {
    let isOfLoans = name.ends(with: "贷款余额")
    guard isOfLoans || name.ends(with: "存款余额"), name.holds("人民币") else { return nil }
    var rest = name.dropLast(12)[...]
    while !rest.isEmpty {
      guard
        let word = ["金融机构", "人民币", "各项", "银行业", "全部", "(含外资)", "境内"].first(where: { rest.starts(with: $0.utf8) })
      else { return nil }
      rest = rest.dropFirst(word.utf8.count)
    }
    return isOfLoans ? "loans" : "deposits"
  }
}
