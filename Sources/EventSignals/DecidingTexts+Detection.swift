import WindowsEventLog

extension DecidingTexts {
  /// For each of the detections of one event, by their `necessary` lists, texts of which a record must hold one to
  /// match; nil where it may match without.
  ///
  /// A detection can ask for several things at once, such as a service and its state. The one that fewest
  /// others ask for too tells most: every record of the event holds some state.
  static func mostTelling(of listed: [[DecidingTexts]]) -> [DecidingTexts?] {
    var askers: [String: Int] = [:]
    for lists in listed {
      for text in Set(lists.flatMap(\.all)) { askers[text, default: 0] += 1 }
    }
    func commonness(_ texts: DecidingTexts) -> (Int, Int) {
      (texts.all.map { askers[$0] ?? 0 }.max() ?? 0, texts.all.count)
    }
    return listed.map { lists in lists.min { commonness($0) < commonness($1) } }
  }

  /// Texts of which a record of an event must hold one for any of its detections, by their `necessary` lists; nil
  /// where one may match without.
  static func deciding(_ listed: [[DecidingTexts]]) -> DecidingTexts? {
    if listed.contains(where: \.isEmpty) { return nil }
    return mostTelling(of: listed).compactMap(\.self).reduce(DecidingTexts()) { $0.with($1) }
  }

  /// Lists of each of which a record must hold a text to match.
  static func necessary(_ detection: Detection) -> [DecidingTexts] {
    necessary(detection.condition, in: detection)
  }

  private var all: [String] { Array(values) + binaryStarts.map { "0x" + $0 } }

  /// Ways of combining alternatives that are kept; fewer only tell less.
  private static let combinations = 16

  private static func necessary(_ condition: Condition, in detection: Detection) -> [DecidingTexts] {
    switch condition {
    case .search(let index): necessary(detection.searches[index])
    case .oneOf(let indices): any(indices.map { necessary(detection.searches[$0]) })
    case .allOf(let indices): indices.flatMap { necessary(detection.searches[$0]) }
    case .and(let parts): parts.flatMap { necessary($0, in: detection) }
    case .or(let parts): any(parts.map { necessary($0, in: detection) })
    case .not: []
    }
  }

  private static func necessary(_ search: Search) -> [DecidingTexts] {
    any(search.groups.map { group in group.compactMap { of($0) } })
  }

  /// What must be there when one of several must hold: a list of the one together with a list of each other.
  private static func any(_ all: [[DecidingTexts]]) -> [DecidingTexts] {
    guard let first = all.first else { return [] }
    return all.dropFirst().reduce(first) { unions, lists in
      Array(unions.flatMap { union in lists.map { union.with($0) } }.prefix(combinations))
    }
  }

  private func with(_ other: DecidingTexts) -> DecidingTexts {
    DecidingTexts(
      values: values.union(other.values), binaryStarts: binaryStarts.union(other.binaryStarts))
  }

  private static func of(_ line: FieldMatch) -> DecidingTexts? {
    guard let field = line.field, !line.needsAll else { return nil }
    let isBinary = field.header == .binary
    switch field.place {
    case .unnamed, .everyUnnamed: break
    // A header field is no value of the event's data.
    case .data where field.header == nil || isBinary: break
    default: return nil
    }
    var texts = DecidingTexts()
    for value in line.values {
      // A number has several notations.
      guard case .text(let glob, nil) = value else { return nil }
      if isBinary, let start = glob.literalStart, !start.isEmpty {
        texts.binaryStarts.insert(glob.folding ? start : start.lowercased())
      } else if !isBinary, let literal = glob.literal, !literal.isEmpty {
        texts.values.insert(glob.folding ? literal : literal.lowercased())
      } else {
        return nil
      }
    }
    return texts
  }
}
