internal import EventSignals
internal import Yams

/// Reads YAML as rule documents, with limits that keep a strange file from taking the program along.
enum YAMLDocument {
  /// Why a text is no rule document.
  struct Problem: Error {
    var line: Int?
    var column: Int?
    var text: String
  }

  /// Most bytes of a file.
  static let sizeLimit = 1 << 20
  /// Most values of a document, aliases written out.
  static let valueLimit = 100_000
  /// Deepest nesting.
  static let depthLimit = RuleValue.depthLimit

  static func read(_ text: String) throws(Problem) -> (RuleValue, YAMLPositions) {
    guard text.utf8.count <= sizeLimit else { throw Problem(text: "larger than \(sizeLimit) bytes") }
    try refuseDeepNesting(text)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text, .default.removing(.timestamp))
    } catch let error as YamlError {
      throw problem(error)
    } catch {
      throw Problem(text: "is not YAML: \(error)")
    }
    guard let node else { throw Problem(text: "is empty") }
    var left = valueLimit
    return (try value(node, depth: 0, left: &left), YAMLPositions(root: node))
  }

  /// The parser below works by recursion, so depth is looked at before it runs.
  private static func refuseDeepNesting(_ text: String) throws(Problem) {
    var flow = 0
    var dashes = 0
    var indent = 0
    var atStart = true
    var line = 1
    var lastIndents: [Int] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        dashes = 0
        indent = 0
        atStart = true
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): flow += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
      default: break
      }
      guard atStart else {
        if flow > 8 * depthLimit { throw Problem(line: line, text: "brackets nest too deep") }
        continue
      }
      if byte == UInt8(ascii: " ") {
        indent += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") {
        dashes += 1
        indent += 1
        if dashes > depthLimit { throw Problem(line: line, text: "lists nest too deep") }
      } else {
        atStart = false
        while let last = lastIndents.last, last >= indent { lastIndents.removeLast() }
        lastIndents.append(indent)
        if lastIndents.count > 8 * depthLimit { throw Problem(line: line, text: "indented too deep") }
      }
    }
  }

  private static func problem(_ error: YamlError) -> Problem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Problem(line: mark.line, column: mark.column, text: "is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      Problem(
        line: context.mark.line, column: context.mark.column,
        text: "a key is given twice: \(duplicates.map { "\($0)" }.sorted().joined(separator: ", "))")
    default:
      Problem(text: "is not YAML: \(error)")
    }
  }

  private static func value(_ node: Node, depth: Int, left: inout Int) throws(Problem) -> RuleValue {
    left -= 1
    guard left > 0 else { throw Problem(text: "holds more than \(valueLimit) values") }
    guard depth < depthLimit else {
      throw Problem(line: node.mark?.line, column: node.mark?.column, text: "nests deeper than \(depthLimit)")
    }
    switch node {
    case .scalar(let scalar): return Self.scalar(node, text: scalar.string)
    case .sequence(let sequence):
      var values: [RuleValue] = []
      for item in sequence { values.append(try value(item, depth: depth + 1, left: &left)) }
      return .list(values)
    case .mapping(let mapping):
      var entries: [RuleValue.Entry] = []
      for (key, item) in mapping {
        guard case .scalar(let name) = key else {
          throw Problem(line: key.mark?.line, column: key.mark?.column, text: "a key must be a text")
        }
        entries.append(.init(key: name.string, value: try value(item, depth: depth + 1, left: &left)))
      }
      return .map(entries)
    case .alias:
      return .null
    }
  }

  private static func scalar(_ node: Node, text: String) -> RuleValue {
    if node.tag == Tag(.null) { return .null }
    if node.tag == Tag(.bool), let truth = node.bool { return .bool(truth) }
    if node.tag == Tag(.int), let number = node.int { return .integer(Int64(number)) }
    if node.tag == Tag(.float), let number = node.float { return .decimal(number) }
    return .text(text)
  }
}

/// Finds the place of a key path, such as `detection.selection.Type|re`, in a YAML file.
struct YAMLPositions {
  fileprivate let root: Node

  /// Line and column from 1 of the deepest key of the path that is there.
  func position(of path: String) -> (line: Int, column: Int)? {
    var node = root
    var mark = root.mark
    var rest = path[...]
    while !rest.isEmpty {
      if rest.hasPrefix(".") { rest.removeFirst() }
      if rest.hasPrefix("["), let end = rest.firstIndex(of: "]"), case .sequence(let sequence) = node {
        guard let index = Int(rest.dropFirst().prefix { $0 != "]" }), sequence.indices.contains(index) else {
          break
        }
        node = sequence[index]
        mark = node.mark ?? mark
        rest = rest[rest.index(after: end)...]
        continue
      }
      guard case .mapping(let mapping) = node else { break }
      // A key may hold dots itself, so the longest one that fits is taken.
      let fitting = mapping.filter { key, _ in
        guard case .scalar(let name) = key, rest.hasPrefix(name.string) else { return false }
        let tail = rest.dropFirst(name.string.count)
        return tail.isEmpty || tail.first == "." || tail.first == "["
      }
      guard let found = fitting.max(by: { ($0.key.string?.count ?? 0) < ($1.key.string?.count ?? 0) }) else {
        break
      }
      mark = found.key.mark ?? mark
      node = found.value
      rest = rest.dropFirst(found.key.string?.count ?? 0)
    }
    return mark.map { ($0.line, $0.column) }
  }
}
