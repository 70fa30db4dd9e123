import Diagnosis

/// What is known of each cause, once for a page of many incidents: explanation, fix, what not to do.
struct CauseNotes {
  /// One cause as its section shows it.
  struct Note {
    var cause: String
    var title: String
    var explanation: String
    /// Numbers, from 1, of the incidents it is the answer to.
    var incidents: [Int] = []
    var remedies: [Report.Remedy] = []
    var confirmation = ""
    var folkAdvice: [Report.FolkAdvice] = []
    var references: [String] = []
  }

  /// Those that answer most incidents first, then in the order they come up.
  let notes: [Note]
  /// The number, from 1, of each cause's note: its section is `c` and this.
  let numbers: [String: Int]

  /// Incidents a note links to; the list of incidents holds them all.
  static let mostLinks = 24

  init(_ incidents: [Report.Incident]) {
    var found: [String: Note] = [:]
    var order: [String] = []
    for (index, incident) in incidents.enumerated() {
      for (rank, guess) in incident.hypotheses.enumerated()
      where guess.prominent && guess.outcome != .ruledOut {
        if found[guess.cause] == nil {
          order.append(guess.cause)
          found[guess.cause] = Note(
            cause: guess.cause, title: guess.title, explanation: guess.explanation)
        }
        guard rank == 0, incident.verdict != .undetermined else { continue }
        found[guess.cause]?.incidents.append(index + 1)
        guard found[guess.cause]?.remedies.isEmpty == true else { continue }
        found[guess.cause]?.remedies = incident.remedies
        found[guess.cause]?.confirmation = incident.confirmation
        found[guess.cause]?.folkAdvice = incident.folkAdvice
        found[guess.cause]?.references = incident.references
      }
    }
    notes = order.enumerated().compactMap { place, cause in found[cause].map { (place, $0) } }
      .sorted { left, right in
        left.1.incidents.count == right.1.incidents.count
          ? left.0 < right.0 : left.1.incidents.count > right.1.incidents.count
      }.map { $0.1 }
    numbers = Dictionary(
      notes.enumerated().map { ($1.cause, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The sections as values for the template.
  func values(of incidents: [Report.Incident]) -> [TemplateValue] {
    notes.enumerated().map { index, note in
      var value = TemplateValue()
      value.number("number", index + 1)
      value.text("title", note.title)
      value.text("explanation", note.explanation)
      value.text(
        "count", note.incidents.isEmpty ? nil : Amount.counted(note.incidents.count, "incident"))
      value.list(
        "answers",
        note.incidents.prefix(Self.mostLinks).compactMap { number in
          guard incidents.indices.contains(number - 1) else { return nil }
          var link = TemplateValue()
          link.text("id", incidents[number - 1].id)
          return link
        })
      let more = note.incidents.count - Self.mostLinks
      value.text("more", more > 0 ? "and \(Amount.grouped(more)) more" : nil)
      AdviceValue(
        remedies: note.remedies, confirmation: note.confirmation, folkAdvice: note.folkAdvice,
        references: note.references
      ).fill(&value)
      return value
    }
  }
}
