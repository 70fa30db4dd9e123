/// What decides about the records of one provider and id beside these; shared, so that asking copies nothing.
final class RecordDecision {
  let field: DecidingFieldSearch?
  let texts: DecidingTextSearch?

  init(field: DecidingField?, texts: DecidingTexts?) {
    self.field = field.map { DecidingFieldSearch($0) }
    self.texts = texts.map { DecidingTextSearch($0) }
  }

  /// How much a record matters, by ways to look for texts and for the number of a field in it.
  @inline(__always)
  func interest(
    mayHold: (DecidingTextSearch) -> Bool, by weigh: (DecidingFieldSearch) -> RecordInterest
  ) -> RecordInterest {
    if let texts, !mayHold(texts) { return .none }
    return field.map(weigh) ?? .wanted
  }
}

/// The decisions of one provider, by event id.
struct RecordDecisionTable {
  private let ids: [UInt32]
  private let decisions: [RecordDecision]

  init(_ fields: [UInt32: DecidingField], _ texts: [UInt32: DecidingTexts]) {
    ids = Set(fields.keys).union(texts.keys).sorted()
    decisions = ids.map { RecordDecision(field: fields[$0], texts: texts[$0]) }
  }

  /// Nil where the records of an id are wanted whatever they hold.
  @inline(__always) subscript(eventID: UInt32) -> RecordDecision? {
    ids.firstIndex(of: eventID).map { decisions[$0] }
  }
}
