/// A regular expression that takes time linear in the text, whatever the pattern.
///
/// The subset of Perl's notation that Sigma rules use: alternatives, groups, classes, `* + ? {n,m}`,
/// `^ $ \b`, `\d \w \s`. What needs backtracking (back references, lookaround) is refused, since logs
/// come from strangers and a rule may not be made to hang. Matching walks all alternatives at once.
public struct TextPattern: Sendable, Hashable {
  /// What flags change.
  struct Options: Sendable, Hashable {
    var ignoringCase = false
    var multiline = false
    var dotAll = false
  }

  /// A place in the text that takes no character.
  enum Anchor: Sendable, Hashable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }

  /// One step of the program.
  enum Step: Sendable, Hashable {
    case take(ScalarSet)
    case split(Int, Int)
    case jump(Int)
    case assert(Anchor)
    case accept
  }

  /// Longest pattern in characters.
  static let lengthLimit = 2048
  /// Most steps of a program, after `{n,m}` is written out.
  static let stepLimit = 2048
  /// Characters of a value that are looked at; a longer one is matched by its beginning.
  public static let textLimit = 16_384

  /// As written.
  public let source: String
  let steps: [Step]

  init(_ source: String, options: Options = .init()) throws(TextPatternParser.Problem) {
    self.source = source
    var parser = TextPatternParser(source, options: options)
    steps = try parser.program()
  }

  /// Whether it matches anywhere in a text. O(length × steps).
  public func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(Self.textLimit))
    var current = Threads(capacity: steps.count)
    var following = Threads(capacity: steps.count)
    for place in 0...scalars.count {
      if add(0, to: &current, at: place, in: scalars) { return true }
      guard place < scalars.count else { return false }
      following.removeAll()
      for index in current.indices {
        guard case .take(let set) = steps[index], set.contains(scalars[place]) else { continue }
        if add(index + 1, to: &following, at: place + 1, in: scalars) { return true }
      }
      swap(&current, &following)
    }
    return false
  }

  /// Adds a step and all it reaches without a character; true when one of them accepts.
  private func add(
    _ start: Int, to threads: inout Threads, at place: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    var pending = [start]
    while let index = pending.popLast() {
      guard threads.insert(index) else { continue }
      switch steps[index] {
      case .take: break
      case .accept: return true
      case .jump(let target): pending.append(target)
      case .split(let one, let two): pending += [two, one]
      case .assert(let anchor): if holds(anchor, at: place, in: scalars) { pending.append(index + 1) }
      }
    }
    return false
  }

  private func holds(_ anchor: Anchor, at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before: Unicode.Scalar? = place > 0 ? scalars[place - 1] : nil
    let behind: Unicode.Scalar? = place < scalars.count ? scalars[place] : nil
    switch anchor {
    case .textStart: return before == nil
    case .textEnd: return behind == nil
    case .lineStart: return before.map(ScalarSet.lineBreaks.contains) ?? true
    case .lineEnd: return behind.map(ScalarSet.lineBreaks.contains) ?? true
    case .wordBoundary, .noWordBoundary:
      let isBoundary =
        (before.map(ScalarSet.word.contains) ?? false) != (behind.map(ScalarSet.word.contains) ?? false)
      return isBoundary == (anchor == .wordBoundary)
    }
  }
}

/// The steps alive at one place of the text: a set with insertion and clearing in constant time.
private struct Threads {
  private(set) var indices: [Int] = []
  private var generation: [Int]
  private var now = 1

  init(capacity: Int) {
    generation = Array(repeating: 0, count: capacity)
    indices.reserveCapacity(capacity)
  }

  mutating func insert(_ index: Int) -> Bool {
    guard generation[index] != now else { return false }
    generation[index] = now
    indices.append(index)
    return true
  }

  mutating func removeAll() {
    indices.removeAll(keepingCapacity: true)
    now += 1
  }
}
