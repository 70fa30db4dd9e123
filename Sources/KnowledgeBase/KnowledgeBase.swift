public import Diagnosis
public import EventSignals

/// What Faultline knows: signals, causes, events and the names of causes.
public struct KnowledgeBase: Sendable {
  /// By name.
  public private(set) var signals: [SignalRule] = []
  /// By id.
  public private(set) var causes: [CauseRule] = []
  public private(set) var events = EventCatalogue()
  public private(set) var names: CauseNames
  /// Files of added folders that were left out, and doubtful places in them.
  public private(set) var warnings: [KnowledgeWarning] = []

  /// Index in `signals` by name.
  private var signalPlaces: [String: Int] = [:]
  /// Where each rule was read, by kind and id.
  private(set) var places: [RuleListing.Key: RuleListing.Place] = [:]

  /// Where each signal is logged, by its name.
  public var origins: [String: SignalOrigin] {
    Dictionary(uniqueKeysWithValues: signals.map { ($0.name, $0.origin) })
  }

  init(names: CauseNames) { self.names = names }

  /// Adds the rules of a folder of the user, and replaces those of the same id.
  ///
  /// Every `.yml` and `.yaml` file below it, in the order of their paths. One that does not read is a
  /// warning, and so is a key no rule has.
  public func adding(folder: String) throws(KnowledgeError) -> KnowledgeBase {
    var copy = self
    let (files, warnings) = try RuleFolder.read(folder)
    copy.warnings += warnings
    for file in files { copy.warnings += copy.add(file) }
    copy.sort()
    return copy
  }

  /// Adds one file; what is wrong with it comes back.
  mutating func add(_ file: RuleFile) -> [KnowledgeWarning] { add(file, signal: Self.signal(of: file)) }

  /// The signal rule that a file holds, or why it is none; nil for a file of another kind.
  static func signal(of file: RuleFile) -> Result<SignalRule, SignalRuleError>? {
    guard file.kind == .signal else { return nil }
    return Result { () throws(SignalRuleError) in try SignalRule(file.document, file: file.path) }
  }

  /// The same with the signal rule already read.
  mutating func add(_ file: RuleFile, signal: Result<SignalRule, SignalRuleError>?) -> [KnowledgeWarning] {
    switch file.kind {
    case .signal:
      guard let signal else { return [] }
      do {
        let rule = try signal.get()
        put(rule)
        places[.init(kind: .signal, id: rule.name)] = place(of: file)
        return rule.name == file.stem
          ? [] : [file.warning("the file's name and `name` (`\(rule.name)`) should be the same", at: "name")]
      } catch {
        return [file.warning("\(error)", at: error.key)]
      }
    case .cause:
      return add(cause: file)
    case .events:
      do {
        try events.add(file.document)
        return []
      } catch {
        let (message, key) = Self.explain(error)
        return [file.warning(message, at: key)]
      }
    case nil:
      return [
        file.warning("is no rule: a signal has `detection`, a cause has `evidence`, a catalogue has `events`")
      ]
    }
  }

  /// The cause that a file holds, and the paths of the keys a cause has no use for, where somebody may edit them.
  static func cause(of file: RuleFile) throws -> (rule: CauseRule, unused: [String]) {
    var document = file.document
    if document["family"] == nil, case .map(let entries) = document {
      document = .map(entries + [.init(key: "family", value: .text(file.folder ?? "own"))])
    }
    let decoded = try DocumentDecoder.decode(
      CauseRule.self, from: document, findingUnusedKeys: file.positions != nil)
    return (decoded.value, decoded.unusedKeys)
  }

  mutating func put(_ rule: CauseRule, from file: RuleFile) {
    causes.removeAll { $0.id == rule.id }
    causes.append(rule)
    places[.init(kind: .cause, id: rule.id)] = place(of: file)
  }

  mutating func put(_ file: EventFile) { events.add(file) }

  private mutating func add(cause file: RuleFile) -> [KnowledgeWarning] {
    do {
      let (rule, unused) = try Self.cause(of: file)
      put(rule, from: file)
      return unused.map { file.warning("`\($0)` is not a key of a cause and was ignored", at: $0) }
    } catch {
      let (message, key) = Self.explain(error)
      return [file.warning(message, at: key)]
    }
  }

  private func place(of file: RuleFile) -> RuleListing.Place {
    RuleListing.Place(path: file.path, folder: file.root)
  }

  private mutating func put(_ rule: SignalRule) {
    if let index = signalPlaces[rule.name] {
      signals[index] = rule
    } else {
      signalPlaces[rule.name] = signals.count
      signals.append(rule)
    }
  }

  mutating func sort() {
    // Names are sorted and not rules, which are large to move.
    signals = signals.indices.sorted { signals[$0].name < signals[$1].name }.map { signals[$0] }
    causes = causes.indices.sorted { causes[$0].id < causes[$1].id }.map { causes[$0] }
    for (index, rule) in signals.enumerated() { signalPlaces[rule.name] = index }
  }

  /// A decoding error as a sentence, with the path of its key.
  static func explain(_ error: any Error) -> (message: String, key: String) {
    guard let error = error as? DecodingError else { return ("\(error)", "") }
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let key = keyPath(context.codingPath)
      return ("`\(key)` \(context.debugDescription)", key)
    case .keyNotFound(let missing, let context):
      let key = keyPath(context.codingPath)
      return ("`\(missing.stringValue)` is missing" + (key.isEmpty ? "" : " in `\(key)`"), key)
    case .dataCorrupted(let context):
      let key = keyPath(context.codingPath)
      return ("`\(key)` holds a value that is not one of those allowed: \(context.debugDescription)", key)
    @unknown default:
      return ("\(error)", "")
    }
  }
}

extension SignalRule {
  /// What a diagnosis must know of it: where it is logged, and whether always.
  public var origin: SignalOrigin {
    let logged: SignalOrigin.Logged =
      switch meaning.logged {
      case .always: .default
      case .audit: .audit
      case .setting: .setting
      }
    return SignalOrigin(
      channel: meaning.channel ?? "", logged: logged, title: title, loggedBy: meaning.proves)
  }
}
