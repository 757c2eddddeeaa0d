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
    guard let code = codeInOwnCurrency(name), !tellsAllCurrencies() else { return nil }
    return headline(code)
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
