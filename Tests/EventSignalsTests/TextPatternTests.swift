import Testing

@testable import EventSignals

@Suite struct TextPatternTests {
  @Test(
    arguments: [
      ("abc", "xxabcxx", true), ("^abc$", "abc", true), ("^abc$", "abcd", false), ("a|b", "cb", true),
      ("^(a|bc)+$", "abcbca", true), ("^(a|bc)+$", "abcb", false), ("^a{2,3}$", "aa", true),
      ("^a{2,3}$", "aaaa", false), ("^a{2}$", "aaa", false), ("^a{2,}$", "aaaaa", true),
      (#"\d+"#, "abc7", true), (#"^\w+$"#, "a_9", true), (#"^\w+$"#, "a-9", false), ("[^a-c]", "abc", false),
      ("[^a-c]", "abcd", true), ("[]x]", "]", true), (#"[\]\\]"#, #"\"#, true),
      (#"^[\d.]+$"#, "10.0.0.1", true),
      (#"\bRDP\b"#, "the RDP host", true), (#"\bRDP\b"#, "xRDPx", false), ("(?i)rdp", "RDP", true),
      ("rdp", "RDP", false), ("^.$", "\n", false), ("(?s)^.$", "\n", true), ("(?m)^b$", "a\nb\nc", true),
      ("^b$", "a\nb\nc", false), (#"\x41\u0042"#, "AB", true), ("a??b", "b", true), ("a*?b", "aab", true),
      ("", "anything", true), ("()*", "", true), ("(?:a*)*$", "aaa", true), ("(?<name>x)y", "xy", true),
      ("{x}", "{x}", true), ("a{x}", "a{x}", true), (#"[\w-]+@"#, "a-b@", true), ("[a-]", "-", true),
    ] as [(String, String, Bool)])
  func `matches as Perl would`(pattern: String, text: String, expected: Bool) throws {
    #expect(try TextPattern(pattern).matches(text) == expected)
  }

  @Test func `ignores case only when asked`() throws {
    let pattern = try TextPattern("[a-f]x[äö]", options: .init(ignoringCase: true))
    #expect(pattern.matches("BXÄ"))
    #expect(try !TextPattern("[a-f]x[äö]").matches("BXÄ"))
  }

  @Test(
    arguments: [
      "(", ")", "a)", "[", "[a", "*", "a|*", #"\"#, #"(a)\1"#, "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "[b-a]",
      "a{3,2}", "a{2000}", #"\q"#, #"\x4"#, "(?z)", "(?<x", "((((a{100}){100}){100}){100})",
      "((((){1000}){1000}){1000}){1000}",
    ])
  func `refuses a broken or oversized expression`(pattern: String) {
    #expect(throws: TextPatternParser.Problem.self) { try TextPattern(pattern) }
  }

  @Test func `refuses groups that nest too deep`() {
    let deep = String(repeating: "(", count: 500) + "a" + String(repeating: ")", count: 500)
    #expect(throws: TextPatternParser.Problem.self) { try TextPattern(deep) }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["(a+)+$", "(a|aa)+$", "(.*a){20}$", "(a*)*b"])
  func `takes linear time where backtracking would explode`(pattern: String) throws {
    let text = String(repeating: "a", count: 5000) + "!"
    #expect(try !TextPattern(pattern).matches(text))
  }

  @Test func `agrees with a definition by derivatives of sets on random expressions`() throws {
    // Words over {a, b} up to length 5 that an expression stands for, computed from its tree.
    indirect enum Tree {
      case letter(String)
      case pair(Tree, Tree)
      case choice(Tree, Tree)
      case star(Tree)

      static func random(_ depth: Int) -> Tree {
        switch depth == 0 ? 0 : Int.random(in: 0...4) {
        case 0, 1: .letter(Bool.random() ? "a" : "b")
        case 2: .pair(random(depth - 1), random(depth - 1))
        case 3: .choice(random(depth - 1), random(depth - 1))
        default: .star(random(depth - 1))
        }
      }
      var text: String {
        switch self {
        case .letter(let letter): letter
        case .pair(let one, let two): one.text + two.text
        case .choice(let one, let two): "(\(one.text)|\(two.text))"
        case .star(let inner): "(\(inner.text))*"
        }
      }
      var words: Set<String> {
        switch self {
        case .letter(let letter): return [letter]
        case .choice(let one, let two): return one.words.union(two.words)
        case .pair(let one, let two): return Self.joined(one.words, two.words)
        case .star(let inner):
          var all: Set<String> = [""]
          for _ in 0..<5 { all.formUnion(Self.joined(all, inner.words)) }
          return all
        }
      }
      static func joined(_ one: Set<String>, _ two: Set<String>) -> Set<String> {
        Set(one.flatMap { left in two.map { left + $0 } }.filter { $0.count <= 5 })
      }
    }
    for _ in 0..<150 {
      let tree = Tree.random(3)
      let pattern = try TextPattern("^(\(tree.text))$")
      let words = tree.words
      for length in 0...5 {
        for bits in 0..<(1 << length) {
          let word = (0..<length).map { bits >> $0 & 1 == 1 ? "a" : "b" }.joined()
          #expect(pattern.matches(word) == words.contains(word), "\(tree.text) on \(word)")
        }
      }
    }
  }
}
