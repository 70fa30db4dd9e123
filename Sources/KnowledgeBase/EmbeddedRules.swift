import Dispatch
internal import Diagnosis
internal import EventSignals
import Synchronization

/// The rule files that come with the program, read by all cores at once: every run waits for them.
enum EmbeddedRules {
  /// A file's document, and the signal rule or cause in it where it is one.
  struct Rule: Sendable {
    var path: String
    var document: RuleValue
    var signal: Result<SignalRule, SignalRuleError>?
    var cause: CauseRule?
  }

  /// Files that one worker takes at a time.
  private static let batch = 32

  /// In the order of their paths.
  ///
  /// - Parameter examples: Whether the examples of causes are read; only tests of rules need them.
  static func read(examples: Bool) -> [Result<Rule, KnowledgeError>] {
    let files = EmbeddedFiles.files.filter { "\($0.path)".hasSuffix(".yml") }
    let batches = (files.count + batch - 1) / batch
    let board = Board(count: batches)
    DispatchQueue.concurrentPerform(iterations: batches) { index in
      let own = files[(index * batch)..<min(files.count, (index + 1) * batch)]
      board.put(own.map { rule(path: "\($0.path)", content: $0.content, examples: examples) }, at: index)
    }
    return board.all
  }

  private static func rule(path: String, content: StaticString, examples: Bool) -> Result<
    Rule, KnowledgeError
  > {
    Result { () throws(KnowledgeError) in
      let file = try KnowledgeBase.embedded(path: path, content: content)
      var cause: CauseRule?
      if file.kind == .cause {
        do {
          cause = try KnowledgeBase.cause(of: examples ? file : file.without("examples")).rule
        } catch {
          throw .damagedBuiltIn(path: path, reason: KnowledgeBase.explain(error).message)
        }
      }
      return Rule(
        path: path, document: file.document, signal: KnowledgeBase.signal(of: file), cause: cause)
    }
  }

  private final class Board: Sendable {
    private let batches: Mutex<[[Result<Rule, KnowledgeError>]]>

    init(count: Int) { batches = Mutex(Array(repeating: [], count: count)) }

    func put(_ rules: [Result<Rule, KnowledgeError>], at index: Int) {
      batches.withLock { $0[index] = rules }
    }

    var all: [Result<Rule, KnowledgeError>] { batches.withLock { Array($0.joined()) } }
  }
}
