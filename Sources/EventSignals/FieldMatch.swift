/// One line of a search: a field, or every value of the event, and the values it may have.
struct FieldMatch: Sendable, Hashable {
  /// Nil for keywords: any value the event carries.
  let field: FieldName?
  /// Whether each value must match (`all`) or one is enough.
  let needsAll: Bool
  let values: [ValueMatch]
  /// Whether any one of the values decides, looking at one value of the record.
  private let isList: Bool

  init(field: FieldName?, needsAll: Bool, values: [ValueMatch]) {
    self.field = field
    self.needsAll = needsAll
    self.values = values
    isList = !needsAll && values.allSatisfy { $0.looksAtOneValue }
  }

  func matches(_ fields: RecordFields) -> Bool {
    if isList, let field {
      // One way through the record for all of a long list.
      return fields.contains(field) { value in
        for index in values.indices where values[index].matches(value) { return true }
        return false
      }
    }
    return needsAll
      ? values.allSatisfy { $0.matches(field, in: fields) }
      : values.contains { $0.matches(field, in: fields) }
  }
}

/// A named part of a detection: groups of lines, any group of which must match whole.
struct Search: Sendable, Hashable {
  var name: String
  var groups: [[FieldMatch]]

  func matches(_ fields: RecordFields) -> Bool {
    groups.contains { group in group.allSatisfy { $0.matches(fields) } }
  }
}
