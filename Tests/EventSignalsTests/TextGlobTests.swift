import Testing

@testable import EventSignals

@Suite struct TextGlobTests {
  @Test(
    arguments: [
      ("schannel", "Schannel", true), ("schannel", "Schannels", false), ("*", "", true), ("?", "", false),
      ("?", "ä", true), ("?", "🙂", true), ("a*c", "abbbc", true), ("a*c", "abbbd", false),
      ("*b*b*", "abab", true), ("*b*b*b", "abab", false), ("ÄRGER", "ärger", true), ("a??d", "abcd", true),
      (#"\*"#, "*", true), (#"\*"#, "x", false), (#"\?"#, "?", true), (#"\?"#, "x", false),
      (#"C:\Windows\*"#, #"C:\Windows*"#, true), (#"C:\Windows\\*"#, #"C:\Windows\System32"#, true),
      (#"\\\*"#, #"\*"#, true), (#"\\\*"#, #"\x"#, false), (#"\Device\Termdd"#, #"\device\termdd"#, true),
      (#"end\"#, #"end\"#, true), (#"\\\\host"#, #"\\host"#, true), ("", "", true), ("", "x", false),
    ] as [(String, String, Bool)])
  func `compares with wildcards and escapes`(pattern: String, text: String, expected: Bool) {
    #expect(TextGlob(pattern).matches(text) == expected)
  }

  @Test func `compares case when asked`() {
    #expect(!TextGlob("Abc", cased: true).matches("abc"))
    #expect(TextGlob("Abc", cased: true).matches("Abc"))
    #expect(!TextGlob("ä", cased: true).matches("Ä"))
  }

  @Test func `takes any dash before a word for any other`() {
    let glob = TextGlob("mstsc -admin --x a-b").withAnyDash
    #expect(glob.matches("mstsc /admin --x a-b") == true)
    #expect(glob.matches("mstsc –admin --x a-b") == true)
    #expect(glob.matches("mstsc -admin --x a/b") == false)
  }

  @Test func `matches every text by itself, escaped`() {
    let alphabet: [Character] = ["a", "B", "*", "?", "\\", "é", "-", " "]
    for _ in 0..<500 {
      let text = String((0..<Int.random(in: 0...12)).map { _ in alphabet.randomElement() ?? "a" })
      let escaped = text.map { $0 == "*" || $0 == "?" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
      #expect(TextGlob(escaped).matches(text), "\(text)")
      #expect(TextGlob(literal: text, cased: true).matches(text), "\(text)")
    }
  }

  @Test func `agrees with a recursive definition on random patterns`() {
    func slow(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
      guard let first = pattern.first else { return text.isEmpty }
      if first == "*" {
        return slow(pattern.dropFirst(), text) || (!text.isEmpty && slow(pattern, text.dropFirst()))
      }
      guard let character = text.first else { return false }
      return (first == "?" || first == character) && slow(pattern.dropFirst(), text.dropFirst())
    }
    for _ in 0..<2000 {
      let pattern = (0..<Int.random(in: 0...6)).map { _ in Array("ab*?").randomElement() ?? "a" }
      let text = (0..<Int.random(in: 0...8)).map { _ in Array("ab").randomElement() ?? "a" }
      #expect(TextGlob(String(pattern)).matches(String(text)) == slow(pattern[...], text[...]))
    }
  }

  @Test(.timeLimit(.minutes(1))) func `stays quick on a hostile text`() {
    let glob = TextGlob("*a*a*a*a*a*a*a*b")
    #expect(!glob.matches(String(repeating: "a", count: 20_000)))
  }
}
