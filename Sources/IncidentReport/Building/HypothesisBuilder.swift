import Diagnosis
import EventCorrelation
import EventSignals

/// Turns the weighed causes of one incident into words.
struct HypothesisBuilder {
  var site: CorrelatedSite
  var causes: [String: CauseRule]
  var events: IncidentEvents
  var anchor: GapAnchor
  var verdict: Diagnosis.Incident.Verdict

  /// Ranked by falling confidence, in the order given where equal.
  func build(_ hypotheses: [Diagnosis.Hypothesis]) -> [Report.Hypothesis] {
    let ranked = hypotheses.enumerated().sorted {
      $0.element.confidence == $1.element.confidence
        ? $0.offset < $1.offset : $0.element.confidence > $1.element.confidence
    }
    return ranked.enumerated().map { rank, item in
      var shown = build(item.element)
      shown.prominent = rank == 0 || isProminent(shown, rank: rank)
      return shown
    }
  }

  /// A cause nobody could weigh needs no place before the reader's eyes.
  private func isProminent(_ shown: Report.Hypothesis, rank: Int) -> Bool {
    switch shown.outcome {
    case .matched: true
    case .undetermined: shown.confidence >= 0.02 && rank < 6
    case .ruledOut: shown.evidence.contains { $0.supports } && rank < 12
    }
  }

  private func build(_ hypothesis: Diagnosis.Hypothesis) -> Report.Hypothesis {
    let cause = causes[hypothesis.cause]
    var shown = Report.Hypothesis(
      cause: hypothesis.cause,
      title: hypothesis.title.isEmpty ? cause?.title ?? hypothesis.cause : hypothesis.title,
      outcome: hypothesis.outcome, confidence: hypothesis.confidence)
    shown.confidenceText = Amount.percent(hypothesis.confidence)
    shown.explanation = cause?.explanation ?? ""
    shown.missing = hypothesis.missing
    shown.evidence = hypothesis.evidence.map { evidence($0) }
    markRepeats(of: hypothesis.evidence, in: &shown.evidence)
    shown.reasoning = reasoning(shown)
    shown.settledBy = settledBy(hypothesis, cause)
    return shown
  }

  private func evidence(_ item: Diagnosis.Hypothesis.Evidence) -> Report.Hypothesis.Evidence {
    var shown = Report.Hypothesis.Evidence(signal: item.signal, supports: item.supports, note: item.note)
    guard let member = item.member else { return shown }
    shown.event = events.indexOf[member.signal.event]
    if shown.note.isEmpty { shown.note = member.signal.summary }
    if let gap = anchor.gap(to: member) {
      shown.gapMilliseconds = gap.milliseconds
      shown.gap = gap.text
    }
    return shown
  }

  private func markRepeats(
    of items: [Diagnosis.Hypothesis.Evidence], in shown: inout [Report.Hypothesis.Evidence]
  ) {
    var firsts: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      guard let member = item.member else { continue }
      let key = "\(member.host) \(item.supports) \(item.signal) \(shown[index].note)"
      if let first = firsts[key] {
        shown[first].repeats += 1
        shown[index].repeated = true
      } else {
        firsts[key] = index
      }
    }
  }

  /// Below this a matched cause is not the likeliest.
  private static let even = 0.5

  private func reasoning(_ shown: Report.Hypothesis) -> String {
    let forIt = shown.evidence.filter(\.supports)
    let against = shown.evidence.filter { !$0.supports }
    switch shown.outcome {
    case .matched:
      guard shown.confidence >= Self.even else {
        return "What it needs is in the logs, but something else may explain them as well or better."
      }
      let rests = "Everything it needs is in the logs"
      return against.isEmpty
        ? rests + "." : rests + ", but \(against.count) of the findings speak against it."
    case .undetermined:
      guard shown.missing.isEmpty else {
        return "Possible, but not proven without \(missingLogs(shown.missing))."
      }
      return forIt.isEmpty
        ? "Possible: the way the connection ended allows it."
        : "Possible, but what would prove it is not in the logs."
    case .ruledOut:
      return against.first.map { "Ruled out: " + Sentences.closed(Sentences.first(of: $0.note)) }
        ?? "Ruled out: what it needs is absent from logs that cover the moment."
    }
  }

  private func settledBy(_ hypothesis: Diagnosis.Hypothesis, _ cause: CauseRule?) -> String {
    guard hypothesis.outcome == .undetermined else { return "" }
    if let request = cause?.collect?.first {
      let role = request.role.rawValue.split(separator: "-").joined(separator: " ")
      return "the log \(request.channel) of the \(role): \(Sentences.closed(request.reason))"
    }
    return hypothesis.missing.isEmpty ? "" : "\(Sentences.list(hypothesis.missing.map(log)))."
  }

  /// Logs named in a sentence; the JSON report lists them all.
  private static let mostLogs = 2

  private func missingLogs(_ missing: [String]) -> String {
    let more = missing.count - Self.mostLogs
    let named = missing.prefix(Self.mostLogs).map(log)
    return Sentences.list(named + (more > 0 ? [Amount.counted(more, "other log")] : []))
  }

  /// `host: channel` in words: `the log System of SRV01`, or `of the session host` where nobody knows its name.
  private func log(_ missing: String) -> String {
    guard let colon = missing.firstRange(of: ": ") else { return missing }
    let host = String(missing[..<colon.lowerBound])
    let owner = HostRole(rawValue: host).map { "the \($0.rawValue.replacing("-", with: " "))" } ?? host
    return "the log \(missing[colon.upperBound...]) of \(owner)"
  }
}
