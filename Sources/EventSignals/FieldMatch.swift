/// One line of a search: a field, or every value of the event, and the values it may have.
struct FieldMatch: Sendable, Hashable {
  /// Nil for keywords: any value the event carries.
  var field: FieldName?
  /// Whether each value must match (`all`) or one is enough.
  var needsAll: Bool
  var values: [ValueMatch]

  func matches(_ fields: RecordFields) -> Bool {
    needsAll
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
