import Testing

@testable import EventSignals

@Suite struct ConditionParserTests {
  let names = ["_base", "filter_a", "filter_b", "selection"]

  private func parse(_ text: String) throws -> Condition { try ConditionParser.parse(text, names: names) }

  @Test func `binds not before and before or`() throws {
    #expect(
      try parse("selection and not filter_a or filter_b")
        == .or([.and([.search(3), .not(.search(1))]), .search(2)]))
    #expect(
      try parse("selection and not (filter_a or filter_b)")
        == .and([.search(3), .not(.or([.search(1), .search(2)]))]))
    #expect(try parse("not not selection") == .not(.not(.search(3))))
  }

  @Test func `takes several searches at once`() throws {
    #expect(try parse("1 of filter_*") == .oneOf([1, 2]))
    #expect(try parse("any of filter*") == .oneOf([1, 2]))
    #expect(try parse("all of filter_?") == .allOf([1, 2]))
    #expect(try parse("all of them") == .allOf([1, 2, 3]))
    #expect(try parse("selection AND NOT 1 of filter_*") == .and([.search(3), .not(.oneOf([1, 2]))]))
  }

  @Test(
    arguments: [
      ("", 1), ("selection and", 14), ("selection selection", 11), ("(selection", 11), ("selection)", 10),
      ("nothing", 1), ("1 of other*", 6), ("all of", 7), ("selection | count() > 5", 11), ("and", 1),
      ("not", 4), ("selection & filter_a", 11),
    ] as [(String, Int)])
  func `says where a condition goes wrong`(text: String, column: Int) {
    let problem = #expect(throws: ConditionParser.Problem.self) { try parse(text) }
    #expect(problem?.column == column)
  }

  @Test func `refuses bottomless nesting`() {
    #expect(throws: ConditionParser.Problem.self) {
      try parse(String(repeating: "(", count: 1000) + "selection" + String(repeating: ")", count: 1000))
    }
    #expect(throws: ConditionParser.Problem.self) {
      try parse(String(repeating: "not ", count: 500) + "selection")
    }
  }

  @Test func `keeps its meaning when parentheses say what precedence says`() throws {
    for _ in 0..<300 {
      let words = (0..<5).map { _ in (Bool.random() ? "not " : "") + (names.randomElement() ?? "selection") }
      let joints = (0..<4).map { _ in Bool.random() ? "and" : "or" }
      var plain = words[0]
      var groups = [[words[0]]]
      for (joint, word) in zip(joints, words.dropFirst()) {
        plain += " \(joint) \(word)"
        if joint == "or" { groups.append([word]) } else { groups[groups.count - 1].append(word) }
      }
      let grouped = groups.map { "(" + $0.map { "(\($0))" }.joined(separator: " and ") + ")" }.joined(
        separator: " or ")
      let (one, two) = (try parse(plain), try parse(grouped))
      for bits in 0..<16 {
        #expect(one.holds { bits >> $0 & 1 == 1 } == two.holds { bits >> $0 & 1 == 1 }, "\(plain)")
      }
    }
  }
}
