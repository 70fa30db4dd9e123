import Diagnosis

/// The one sentence in parts, so that a reader's eye finds the cause, the machines and the first step.
struct SentenceParts {
  var sentence: String
  /// Shown bold.
  var cause: String?
  /// The end of the sentence, shown on a line of its own.
  var nextStep: String
  /// Kept on one line where there is room.
  var names: [String]

  /// What is said of one incident.
  init(_ incident: Report.Incident) {
    sentence = incident.sentence
    cause = incident.verdict == .undetermined ? nil : incident.hypotheses.first?.title
    nextStep = incident.nextStep
    names = [incident.client, incident.server, incident.gateway, incident.user].compactMap(\.self)
      .filter { (1...Self.longestName).contains($0.utf8.count) }
  }

  /// What is said of many.
  init(headline: String, nextStep: String, names: [String]) {
    sentence = headline
    cause = nil
    self.nextStep = nextStep
    self.names = names
  }

  /// Longer names may break anywhere.
  private static let longestName = 80
  /// Parts made; a hostile sentence of nothing but names ends in one plain part.
  private static let mostParts = 40

  /// The sentence as values with `text` and perhaps `kind`; put together they are the sentence.
  var values: [TemplateValue] {
    var head = sentence[...]
    var step: Substring = ""
    if !nextStep.isEmpty, head.hasSuffix(nextStep) {
      step = head.suffix(nextStep.count)
      head = head.dropLast(nextStep.count)
    }
    let terms = names.map { ($0, "name") } + (cause.map { [($0, "what")] } ?? [])
    var parts: [(text: Substring, kind: String?)] = []
    while parts.count < Self.mostParts, let next = Self.first(of: terms, in: head) {
      if next.range.lowerBound > head.startIndex {
        parts.append((head[..<next.range.lowerBound], nil))
      }
      parts.append((head[next.range], next.kind))
      head = head[next.range.upperBound...]
    }
    parts.append((head, nil))
    parts.append((step, "step"))
    return parts.filter { !$0.text.isEmpty }.map { part in
      var value = TemplateValue()
      value.text("text", String(part.text))
      value.text("kind", part.kind)
      return value
    }
  }

  /// The earliest of the terms; of several at one place, the longest.
  private static func first(
    of terms: [(text: String, kind: String)], in text: Substring
  ) -> (range: Range<Substring.Index>, kind: String)? {
    var best: (range: Range<Substring.Index>, kind: String)?
    for term in terms where !term.text.isEmpty {
      guard let range = text.firstRange(of: term.text) else { continue }
      guard let known = best else {
        best = (range, term.kind)
        continue
      }
      let earlier = range.lowerBound < known.range.lowerBound
      let longer =
        range.lowerBound == known.range.lowerBound && range.upperBound > known.range.upperBound
      if earlier || longer { best = (range, term.kind) }
    }
    return best
  }
}
