import Diagnosis
import EventCorrelation
import EventSignals
public import KnowledgeBase
import WindowsEventLog

/// Runs the examples of rules through the real reader, correlation and diagnosis.
public struct RuleTest: Sendable {
  private let knowledge: KnowledgeBase
  private let rules: [String: SignalRule]
  private let diagnoser: Diagnoser

  public init(_ knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    rules = Dictionary(uniqueKeysWithValues: knowledge.signals.map { ($0.name, $0) })
    diagnoser = Diagnoser(causes: knowledge.causes, origins: knowledge.origins)
  }

  /// Every example that does not hold of the rules of one folder, or of the built-in ones.
  public func failures(folder: String? = nil) -> [KnowledgeWarning] {
    knowledge.listing.filter { $0.folder == folder }.flatMap { rule in
      failures(of: rule).map { KnowledgeWarning(path: rule.path, message: $0) }
    }
  }

  /// How many examples the rules of one folder, or the built-in ones, have.
  public func exampleCount(folder: String? = nil) -> Int {
    var count = 0
    for rule in knowledge.listing where rule.folder == folder {
      switch rule.kind {
      case .signal:
        let signal = rules[rule.id]?.meaning
        count += (signal?.matchExamples.count ?? 0) + (signal?.ignoreExamples.count ?? 0)
      case .cause:
        count += knowledge.causes.first { $0.id == rule.id }?.examples?.count ?? 0
      }
    }
    return count
  }

  /// What does not hold of one rule's examples.
  public func failures(of rule: RuleListing) -> [String] {
    switch rule.kind {
    case .signal: rules[rule.id].map(failures) ?? []
    case .cause: knowledge.causes.first { $0.id == rule.id }.map(failures) ?? []
    }
  }

  private func failures(of cause: CauseRule) -> [String] {
    (cause.examples ?? []).compactMap { example in
      let incidents = incidents(of: example)
      if example.matches {
        // A quiet cause makes no incident by itself.
        if cause.quiet == true, incidents.isEmpty { return nil }
        let holds = incidents.contains {
          cause.trigger == true
            ? $0.triggers.contains(cause.id)
            : $0.hypotheses.first.map { $0.cause == cause.id && $0.outcome == .matched } ?? false
        }
        return holds
          ? nil : "example `\(example.title)`: is not first and matched: \(Self.outline(incidents))"
      }
      let isNamed = incidents.contains { incident in
        incident.triggers.contains(cause.id)
          || incident.verdict != .undetermined && incident.hypotheses.first?.cause == cause.id
      }
      return isNamed
        ? "example `\(example.title)`: is named and should not be: \(Self.outline(incidents))" : nil
    }
  }

  /// The incidents of an example timeline.
  func incidents(of example: CauseRule.Example) -> [Incident] {
    let timeline = ExampleTimeline(example, rules: rules)
    return diagnoser.diagnose(
      Correlator().correlate(signals: timeline.signals, coverage: [timeline.coverage]))
  }

  /// What came out instead, in short.
  private static func outline(_ incidents: [Incident]) -> String {
    if incidents.isEmpty { return "no incident" }
    return incidents.map { incident in
      let guesses = incident.hypotheses.prefix(3).map {
        "\($0.cause) \($0.outcome.rawValue) \(($0.confidence * 100).rounded() / 100)"
      }
      return "\(incident.verdict.rawValue) (\(guesses.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }
}
