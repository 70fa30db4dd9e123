internal import Diagnosis
internal import EventSignals

extension KnowledgeBase {
  /// The knowledge that comes with the program.
  ///
  /// Throws `damagedBuiltIn` when a file does not read or a cause's id is not canonical; tests hold that
  /// this never happens.
  ///
  /// - Parameter examples: Whether signal rules and causes have their examples, which only tests of rules need.
  public static func builtIn(examples: Bool = true) throws(KnowledgeError) -> KnowledgeBase {
    var base = KnowledgeBase(names: try builtInNames())
    for read in EmbeddedRules.read(examples: examples) {
      let rule = try read.get()
      let file = RuleFile(path: rule.path, document: rule.document)
      if let cause = rule.cause {
        base.put(cause, from: file)
      } else if let events = rule.events {
        base.put(events)
      } else if let problem = base.add(file, signal: rule.signal).first {
        throw .damagedBuiltIn(path: file.path, reason: problem.message)
      }
    }
    base.sort()
    for cause in base.causes where !base.names.contains(cause.id) {
      throw .damagedBuiltIn(path: "causes/\(cause.family)/\(cause.id).yml", reason: "the id is not canonical")
    }
    return base
  }

  private static func builtInNames() throws(KnowledgeError) -> CauseNames {
    func table(_ path: String) throws(KnowledgeError) -> String {
      guard let file = EmbeddedFiles.files.first(where: { "\($0.path)" == path }) else {
        throw .damagedBuiltIn(path: path, reason: "it is missing")
      }
      return "\(file.content)"
    }
    return CauseNames(canonical: try table("names/causes.csv"), aliases: try table("names/aliases.csv"))
  }

  /// An embedded file as a document, read where it lies; examples are half of all that is embedded.
  static func embedded(
    path: String, content: StaticString, examples: Bool = true
  ) throws(KnowledgeError) -> RuleFile {
    let document = RuleValue(
      json: UnsafeBufferPointer(start: content.utf8Start, count: content.utf8CodeUnitCount),
      leavingOut: examples ? nil : "examples")
    guard let document else { throw .damagedBuiltIn(path: path, reason: "it is not JSON") }
    return RuleFile(path: path, document: document)
  }
}
