internal import Diagnosis
internal import EventSignals

/// The rule files that come with the program, read by all cores at once: every run waits for them.
enum EmbeddedRules {
  /// A file's document, and what it holds.
  struct Rule: Sendable {
    var path: String
    var document: RuleValue
    var signal: Result<SignalRule, SignalRuleError>?
    var cause: CauseRule?
    var events: EventFile?
  }

  /// Files that one worker takes at a time.
  private static let batch = 32

  /// In the order of their paths.
  ///
  /// - Parameter examples: Whether the examples of rules are read; only tests of rules need them.
  static func read(examples: Bool) -> [Result<Rule, KnowledgeError>] {
    let files = EmbeddedFiles.files.filter { "\($0.path)".hasSuffix(".yml") }
    let batches = (files.count + batch - 1) / batch
    // There is a worker for each; the system starts as many as it has cores.
    return SideBySide.map(batches, workers: batches) { index in
      files[(index * batch)..<min(files.count, (index + 1) * batch)].map {
        rule(path: "\($0.path)", content: $0.content, examples: examples)
      }
    }.flatMap { $0 }
  }

  private static func rule(path: String, content: StaticString, examples: Bool) -> Result<
    Rule, KnowledgeError
  > {
    Result { () throws(KnowledgeError) in
      let file = try KnowledgeBase.embedded(path: path, content: content, examples: examples)
      var rule = Rule(path: path, document: file.document, signal: KnowledgeBase.signal(of: file))
      do {
        switch file.kind {
        case .cause: rule.cause = try KnowledgeBase.cause(of: file).rule
        case .events: rule.events = try EventFile(file.document)
        case .signal, nil: break
        }
      } catch {
        throw .damagedBuiltIn(path: path, reason: KnowledgeBase.explain(error).message)
      }
      return rule
    }
  }
}
