/// Reads a regular expression into the program of a `TextPattern`.
struct TextPatternParser {
  /// What is wrong, in a sentence.
  struct Problem: Error, Hashable {
    var text: String
  }

  /// The expression as a tree.
  private indirect enum Node {
    case empty
    case take(ScalarSet)
    case anchor(TextPattern.Anchor)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, Int, Int?)
  }

  private static let depthLimit = 64
  private static let repeatLimit = 1000

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var options: TextPattern.Options
  private var steps: [TextPattern.Step] = []
  /// Nodes written out so far: counts of empty groups multiply without adding a step.
  private var emitted = 0

  init(_ source: String, options: TextPattern.Options) {
    scalars = Array(source.unicodeScalars)
    self.options = options
  }

  mutating func program() throws(Problem) -> [TextPattern.Step] {
    guard scalars.count <= TextPattern.lengthLimit else {
      throw Problem(text: "the expression is longer than \(TextPattern.lengthLimit) characters")
    }
    let tree = try choice(depth: 0)
    if next != nil { throw Problem(text: "`)` at character \(position + 1) closes nothing") }
    try emit(tree)
    try emit(.accept)
    return steps
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func choice(depth: Int) throws(Problem) -> Node {
    guard depth < Self.depthLimit else { throw Problem(text: "groups nest deeper than \(Self.depthLimit)") }
    var branches = [try sequence(depth: depth)]
    while take("|") { branches.append(try sequence(depth: depth)) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(depth: Int) throws(Problem) -> Node {
    var parts: [Node] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      parts.append(try quantified(try atom(depth: depth)))
    }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func quantified(_ atom: Node) throws(Problem) -> Node {
    var node = atom
    while let scalar = next {
      let start = position
      position += 1
      switch scalar {
      case "*": node = .repeated(node, 0, nil)
      case "+": node = .repeated(node, 1, nil)
      case "?": node = .repeated(node, 0, 1)
      case "{":
        guard let bounds = try bounds() else {
          // A brace that begins no count is a brace.
          position = start
          return node
        }
        node = .repeated(node, bounds.0, bounds.1)
      default:
        position = start
        return node
      }
      // Lazy or possessive: the same texts match.
      if next == "?" || next == "+" { position += 1 }
    }
    return node
  }

  /// Behind `{`: the counts, or nil when these are no counts.
  private mutating func bounds() throws(Problem) -> (Int, Int?)? {
    guard let end = scalars[position...].firstIndex(of: "}") else { return nil }
    let parts = scalars[position..<end].split(separator: ",", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
    guard (1...2).contains(parts.count), let low = Int(parts[0]), parts[0].first != "+", low >= 0 else {
      return nil
    }
    let high: Int? = parts.count == 1 ? low : (parts[1].isEmpty ? nil : Int(parts[1]))
    if parts.count == 2, !parts[1].isEmpty, high == nil { return nil }
    guard low <= Self.repeatLimit, (high ?? 0) <= Self.repeatLimit, low <= high ?? low else {
      throw Problem(text: "a count in `{}` is over \(Self.repeatLimit) or falls")
    }
    position = end + 1
    return (low, high)
  }

  private mutating func atom(depth: Int) throws(Problem) -> Node {
    guard let scalar = next else { return .empty }
    position += 1
    switch scalar {
    case "(": return try group(depth: depth)
    case "[": return .take(try characterClass())
    case ".": return .take(options.dotAll ? ScalarSet(ranges: [0...0x10FFFF]) : ScalarSet.lineBreaks.inverted)
    case "^": return .anchor(options.multiline ? .lineStart : .textStart)
    case "$": return .anchor(options.multiline ? .lineEnd : .textEnd)
    case "\\": return try escape()
    case "*", "+", "?": throw Problem(text: "`\(scalar)` at character \(position) repeats nothing")
    default: return .take(ScalarSet(scalar, ignoringCase: options.ignoringCase))
    }
  }

  /// Behind `(`.
  private mutating func group(depth: Int) throws(Problem) -> Node {
    let outer = options
    if take("?") {
      if next == "=" || next == "!" { throw Problem(text: "lookahead `(?\(next ?? " ")` is not supported") }
      if take("<") || (take("P") && take("<")) {
        if next == "=" || next == "!" { throw Problem(text: "lookbehind `(?<` is not supported") }
        guard let end = scalars[position...].firstIndex(of: ">") else {
          throw Problem(text: "`>` is missing")
        }
        position = end + 1
      } else {
        var value = true
        while let flag = next, flag != ":", flag != ")" {
          position += 1
          switch flag {
          case "i": options.ignoringCase = value
          case "m": options.multiline = value
          case "s": options.dotAll = value
          case "-": value = false
          default:
            throw Problem(text: "`(?\(flag)` is not supported; there are `(?:`, `(?i)`, `(?m)`, `(?s)`")
          }
        }
        if take(")") { return .empty }
        _ = take(":")
      }
    }
    let node = try choice(depth: depth + 1)
    guard take(")") else { throw Problem(text: "`)` is missing") }
    options = outer
    return node
  }

  private mutating func escape() throws(Problem) -> Node {
    guard let scalar = next else { throw Problem(text: "ends with a lone backslash") }
    switch scalar {
    case "b": position += 1; return .anchor(.wordBoundary)
    case "B": position += 1; return .anchor(.noWordBoundary)
    case "A": position += 1; return .anchor(.textStart)
    case "z", "Z": position += 1; return .anchor(.textEnd)
    case "1"..."9": throw Problem(text: "back references such as `\\\(scalar)` are not supported")
    default:
      var set = try escapedSet()
      if options.ignoringCase, !set.isNegated { set.addOtherCase() }
      return .take(set)
    }
  }

  /// Behind a backslash, inside or outside a class: the characters it stands for.
  private mutating func escapedSet() throws(Problem) -> ScalarSet {
    guard let scalar = next else { throw Problem(text: "ends with a lone backslash") }
    position += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .blanks
    case "S": return ScalarSet.blanks.inverted
    case "n": return ScalarSet("\n", ignoringCase: false)
    case "r": return ScalarSet("\r", ignoringCase: false)
    case "t": return ScalarSet("\t", ignoringCase: false)
    case "x", "u":
      let length = scalar == "x" ? 2 : 4
      let digits = String(String.UnicodeScalarView(scalars[position...].prefix(length)))
      guard digits.count == length, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16),
        let named = Unicode.Scalar(value)
      else { throw Problem(text: "`\\\(scalar)` needs \(length) hex digits") }
      position += length
      return ScalarSet(named, ignoringCase: false)
    default:
      guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else {
        throw Problem(text: "`\\\(scalar)` is not supported")
      }
      return ScalarSet(scalar, ignoringCase: false)
    }
  }

  /// Behind `[`.
  private mutating func characterClass() throws(Problem) -> ScalarSet {
    var set = ScalarSet(ranges: [])
    let negated = take("^")
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      let low = try classItem()
      guard low.ranges.count == 1, !low.isNegated, let start = low.ranges.first, start.count == 1,
        next == "-", position + 1 < scalars.count, scalars[position + 1] != "]"
      else {
        set.formUnion(low)
        continue
      }
      position += 1
      let high = try classItem()
      guard high.ranges.count == 1, !high.isNegated, let end = high.ranges.first, end.count == 1,
        start.lowerBound <= end.lowerBound
      else { throw Problem(text: "a range in `[]` falls or ends in a class") }
      set.ranges.append(start.lowerBound...end.lowerBound)
    }
    guard take("]") else { throw Problem(text: "`]` is missing") }
    if options.ignoringCase { set.addOtherCase() }
    set.isNegated = negated
    return set
  }

  private mutating func classItem() throws(Problem) -> ScalarSet {
    if take("\\") {
      if take("b") { return ScalarSet("\u{8}", ignoringCase: false) }
      return try escapedSet()
    }
    guard let scalar = next else { throw Problem(text: "`]` is missing") }
    position += 1
    return ScalarSet(scalar, ignoringCase: false)
  }

  private mutating func emit(_ step: TextPattern.Step) throws(Problem) {
    guard steps.count < TextPattern.stepLimit else {
      throw Problem(text: "the expression is too large; write it with fewer or smaller counts")
    }
    steps.append(step)
  }

  private mutating func emit(_ node: Node) throws(Problem) {
    emitted += 1
    guard emitted <= 4 * TextPattern.stepLimit else {
      throw Problem(text: "the expression is too large; write it with fewer or smaller counts")
    }
    switch node {
    case .empty: break
    case .take(let set): try emit(TextPattern.Step.take(set))
    case .anchor(let anchor): try emit(.assert(anchor))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .choice(let branches):
      var jumps: [Int] = []
      for branch in branches.dropLast() {
        let split = steps.count
        try emit(.jump(0))
        try emit(branch)
        jumps.append(steps.count)
        try emit(.jump(0))
        steps[split] = .split(split + 1, steps.count)
      }
      if let last = branches.last { try emit(last) }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repeated(let inner, let low, let high):
      for _ in 0..<low { try emit(inner) }
      if let high {
        var splits: [Int] = []
        for _ in low..<high {
          splits.append(steps.count)
          try emit(.jump(0))
          try emit(inner)
        }
        for split in splits { steps[split] = .split(split + 1, steps.count) }
      } else {
        let split = steps.count
        try emit(.jump(0))
        try emit(inner)
        try emit(.jump(split))
        steps[split] = .split(split + 1, steps.count)
      }
    }
  }
}
