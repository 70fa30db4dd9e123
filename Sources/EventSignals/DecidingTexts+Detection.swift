import WindowsEventLog

extension DecidingTexts {
  /// Texts of which a record must hold one for a detection to match; nil when it may match without.
  static func of(_ detection: Detection) -> DecidingTexts? { of(detection.condition, in: detection) }

  private var count: Int { values.count + binaryStarts.count }

  private static func of(_ condition: Condition, in detection: Detection) -> DecidingTexts? {
    switch condition {
    case .search(let index): of(detection.searches[index])
    case .oneOf(let indices): any(indices.map { of(detection.searches[$0]) })
    case .allOf(let indices): fewest(indices.map { of(detection.searches[$0]) })
    case .and(let parts): fewest(parts.map { of($0, in: detection) })
    case .or(let parts): any(parts.map { of($0, in: detection) })
    case .not: nil
    }
  }

  private static func of(_ search: Search) -> DecidingTexts? {
    any(search.groups.map { group in fewest(group.map { of($0) }) })
  }

  /// What must be there when all of several must hold: the shortest list is as good as any.
  private static func fewest(_ all: [DecidingTexts?]) -> DecidingTexts? {
    all.compactMap { $0 }.min { $0.count < $1.count }
  }

  /// What must be there when one of several must hold.
  private static func any(_ all: [DecidingTexts?]) -> DecidingTexts? {
    var union = DecidingTexts()
    for texts in all {
      guard let texts else { return nil }
      union.values.formUnion(texts.values)
      union.binaryStarts.formUnion(texts.binaryStarts)
    }
    return all.isEmpty ? nil : union
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
        texts.binaryStarts.insert(start.lowercased())
      } else if !isBinary, let literal = glob.literal, !literal.isEmpty {
        texts.values.insert(literal.lowercased())
      } else {
        return nil
      }
    }
    return texts
  }
}
