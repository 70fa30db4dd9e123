import KnowledgeBase
public import StatusCodes

/// A code explained in text: what it means, what it does not prove, where it appears.
public struct CodeExplanation: Sendable {
  private let answer: CodeAnswer
  private let events: [KnownEvent]

  /// Joins the meaning of events to what is known about a code.
  ///
  /// Reads the event catalogue only where the code may be an event's id.
  public init(_ query: CodeQuery) {
    answer = StatusCodes.lookup(query)
    guard let event = answer.event, let catalogue = try? EventCatalogue.builtIn() else {
      events = []
      return
    }
    if let provider = event.provider {
      events = catalogue.events(providerLike: provider, eventID: event.id)
    } else {
      events = catalogue.events(eventID: event.id)
    }
  }

  /// Whether anything is known about it.
  public var isKnown: Bool { !answer.readings.isEmpty || !events.isEmpty }

  /// Lines of text for a width of columns, each ending in a line feed.
  public func text(width: Int = 100) -> String {
    var page = TextPage(width: width)
    page.line(heading)
    if let carried = answer.carried { page.paragraph(carried + ".", indent: 2) }
    for reading in answer.readings { add(reading, to: &page) }
    for event in events { add(event, to: &page) }
    if answer.readings.isEmpty, let structure = answer.structure { add(structure, to: &page) }
    if !isKnown { page.paragraph(unknown, indent: 2) }
    if case .pair = answer.query, answer.readings.contains(where: { $0.value == 2308 }) {
      page.paragraph(
        "Together: the connection was closed from the other side, and nothing here says why. Look at the host's "
          + "System log (Schannel) and RdpCoreTS log of the same second.", indent: 2)
    }
    return page.text
  }

  private var heading: String {
    switch answer.query {
    case .number(let value, let text): spellings(of: value, as: text).joined(separator: " = ")
    case .pair(let reason, let extended):
      "0x\(String(reason, radix: 16, uppercase: true)) / 0x\(String(extended, radix: 16, uppercase: true))"
    case .alert(let value): "TLS alert \(value)"
    case .event(let provider, let id): "\(provider.map { $0 + " " } ?? "")event \(id)"
    case .symbol(let text): text
    }
  }

  /// The number as written, then in its other spellings.
  private func spellings(of value: UInt32, as text: String) -> [String] {
    let all =
      ["\(value)", "0x" + String(value, radix: 16, uppercase: true)]
      + (value > 0x7FFF_FFFF ? ["\(Int32(bitPattern: value))"] : [])
    return [text] + all.filter { $0.lowercased() != text.lowercased() }
  }

  private func add(_ code: StatusCode, to page: inout TextPage) {
    page.blank()
    let isNumber = if case .number(let value, _) = answer.query { value == code.value } else { false }
    let number = isNumber ? "" : " (\(code.value) = \(code.hexadecimal))"
    page.line("\(code.family.title): \(code.symbol ?? code.hexadecimal)\(number)", indent: 2)
    page.paragraph(code.meaning, indent: 4)
    if let limits = code.limits { page.paragraph("Does not prove more: \(limits)", indent: 4) }
    page.paragraph("Appears: \(code.seen ?? code.family.place)", indent: 4)
    page.paragraph("Source: \(code.source) (\(code.grade.words))", indent: 4)
  }

  private func add(_ event: KnownEvent, to page: inout TextPage) {
    page.blank()
    page.line("event \(event.eventID) of \(event.provider)", indent: 2)
    page.paragraph(event.meaning, indent: 4)
    page.paragraph("Appears: \(event.channel)", indent: 4)
    if !event.fields.isEmpty { page.paragraph("Carries: \(event.fields.joined(separator: ", "))", indent: 4) }
  }

  private func add(_ structure: StatusStructure, to page: inout TextPage) {
    page.blank()
    page.line("read as \(structure.kind.rawValue)", indent: 2)
    let facility =
      structure.facilityName.map { "\(structure.facility), \($0)" }
      ?? "\(structure.facility), not a known one"
    page.paragraph(
      "severity \(structure.severity); facility \(facility); code \(structure.code) = "
        + "0x\(String(structure.code, radix: 16, uppercase: true))"
        + (structure.isCustomer ? "; defined outside Microsoft" : ""), indent: 4)
  }

  private var unknown: String {
    if answer.searched.isEmpty { return "No event of this id is known." }
    let families = answer.searched.map(\.title).joined(separator: ", ")
    return "Not known. Searched: \(families)" + (answer.event == nil ? "." : ", events.")
  }
}

extension StatusCode.Grade {
  /// The grade as a reader understands it.
  var words: String {
    switch self {
    case .documented: "documented"
    case .useRecalled: "the value is documented, where it is met is from experience"
    case .observed: "observed; not documented"
    case .recalled: "from experience; not checked"
    }
  }
}
