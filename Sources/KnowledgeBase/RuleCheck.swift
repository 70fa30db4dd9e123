internal import Diagnosis
public import EventSignals

/// The house rules: what a rule needs besides being readable.
///
/// A signal has examples that match and that do not; a cause has a timeline that proves it and a benign
/// twin; what a rule names exists; numbers are sane; safe advice comes before risky.
public struct RuleCheck: Sendable {
  /// Largest weight of one piece of evidence: odds of a hundred thousand to one.
  static let weightLimit = 12.0
  /// Largest window in seconds: a year.
  static let windowLimit = 366.0 * 86_400

  let base: KnowledgeBase
  let names: [String]
  let fieldsOfSignal: [String: Set<SignalField>]

  public init(_ base: KnowledgeBase) {
    self.base = base
    names = base.signals.map(\.name)
    fieldsOfSignal = Dictionary(
      uniqueKeysWithValues: base.signals.map { ($0.name, Set($0.meaning.fields.keys)) })
  }

  /// Everything that is wrong with the rules of one folder, or with the built-in ones, by path.
  ///
  /// Warnings from reading the folder come first; an empty list means that all is well.
  public func findings(folder: String? = nil) -> [KnowledgeWarning] {
    var found = folder == nil ? [] : base.warnings
    var ids: [String: String] = [:]
    for rule in base.signals {
      let place = base.places[.init(kind: .signal, id: rule.name)]
      if let other = ids[rule.id.lowercased()], place?.folder == folder {
        found.append(
          KnowledgeWarning(path: place?.path ?? rule.name, message: "has the same `id` as \(other)"))
      }
      ids[rule.id.lowercased()] = rule.name
    }
    for rule in base.listing where rule.folder == folder {
      let problems: [String] =
        switch rule.kind {
        case .signal: base.signals.first { $0.name == rule.id }.map(problems) ?? []
        case .cause: base.causes.first { $0.id == rule.id }.map(problems) ?? []
        }
      found += problems.map { KnowledgeWarning(path: rule.path, message: $0) }
    }
    return found
  }

  /// What is wrong with a signal.
  public func problems(_ rule: SignalRule) -> [String] {
    var found: [String] = []
    func expect(_ holds: Bool, _ message: String) { if !holds { found.append(message) } }
    let meaning = rule.meaning
    expect(!meaning.matchExamples.isEmpty, "`faultline.examples.match` needs an event that matches")
    expect(
      !meaning.ignoreExamples.isEmpty, "`faultline.examples.ignore` needs a similar event that does not match"
    )
    expect(rule.description?.isEmpty == false, "`description` is missing")
    expect(rule.status != nil, "`status` is missing")
    expect(rule.level != nil, "`level` is missing")
    expect(!rule.references.isEmpty, "`references` needs a source for what the event means")
    expect(rule.logSource["product"] == "windows", "`logsource.product` must be `windows`")
    expect(rule.logSource["service"] != nil, "`logsource.service` is missing")
    expect(
      meaning.channel != nil || meaning.otherwise,
      "`faultline.channel` is missing; without it no absence can be proven")
    for field in SignalField.allCases where meaning.summary.fields.contains(field) {
      expect(
        meaning.fields[field] != nil,
        "`faultline.summary` shows `{\(field.rawValue)}`, which `fields` does not give")
    }
    for name in rule.detection.unusedSearches {
      found.append("`detection.\(name)` is never asked by the condition")
    }
    return found
  }
}
