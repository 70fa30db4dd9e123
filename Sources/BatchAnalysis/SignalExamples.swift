import EventSignals
public import KnowledgeBase
import WindowsEventLog

/// Runs every signal against the example events in its own file: those it must match and those it must not.
public struct SignalExamples: Sendable {
  private let base: KnowledgeBase

  public init(_ base: KnowledgeBase) { self.base = base }

  /// How many examples were run, and each that did not go as its file says.
  ///
  /// - Parameter folder: Only the signals of this folder of the user; nil for the built-in ones.
  public func run(folder: String?) -> (count: Int, failures: [KnowledgeWarning]) {
    let rules = Dictionary(base.signals.map { ($0.name, $0) }) { first, _ in first }
    var count = 0
    var failures: [KnowledgeWarning] = []
    for listed in base.listing where listed.kind == .signal && listed.folder == folder {
      guard let rule = rules[listed.id] else { continue }
      let matcher = SignalMatcher(rules: [rule])
      let examples =
        rule.meaning.matchExamples.map { ($0, true) } + rule.meaning.ignoreExamples.map { ($0, false) }
      for (number, (event, expected)) in examples.enumerated() {
        count += 1
        let place = "example \(number + 1)"
        switch Self.outcome(of: event, matcher) {
        case .failure(let problem):
          failures.append(KnowledgeWarning(path: listed.path, message: "\(place) cannot be read: \(problem)"))
        case .success(let matched) where matched != expected:
          failures.append(
            KnowledgeWarning(
              path: listed.path, message: "\(place) \(expected ? "does not match" : "matches and must not")"))
        case .success: break
        }
      }
    }
    return (count, failures)
  }

  private static func outcome(of event: String, _ matcher: SignalMatcher) -> Result<Bool, EventLogError> {
    do throws(EventLogError) {
      var reader = try EventLogReader(name: "example", bytes: Array(event.utf8), selection: .everything)
      var matched = false
      while let step = try reader.next() {
        guard case .record(let record, let location) = step else { continue }
        if !matcher.signals(in: record, at: location, source: "example").isEmpty { matched = true }
      }
      return .success(matched)
    } catch {
      return .failure(error)
    }
  }
}
