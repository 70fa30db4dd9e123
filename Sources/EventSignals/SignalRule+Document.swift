extension SignalRule {
  /// Keys of Sigma specification 2 for a rule, and ours.
  static let keys = [
    "title", "id", "name", "related", "taxonomy", "status", "description", "license", "author", "references",
    "date", "modified", "logsource", "detection", "fields", "falsepositives", "level", "tags", "scope",
    "faultline",
  ]
  static let meaningKeys = [
    "role", "proves", "phase", "standsAlone", "supports", "otherwise", "logged", "channel", "summary",
    "fields", "examples",
  ]
  static let statuses = ["stable", "test", "experimental", "deprecated", "unsupported"]
  static let levels = ["informational", "low", "medium", "high", "critical"]
  /// The longest name of a rule.
  static let nameLimit = 80

  /// Reads a rule; `file` names it in messages as long as it has no usable name of its own.
  public init(_ document: RuleValue, file: String = "signal rule") throws(SignalRuleError) {
    let nameless = DocumentReader(rule: file, path: "", document: document)
    let name = try nameless.text("name", expected: "the name of the file without `.yml`")
    guard Self.isName(name) else {
      throw .invalidValue(
        rule: file, key: "name", found: "`\(name)`",
        expected: "lower-case letters, digits and `-`, at most \(Self.nameLimit) characters")
    }
    let reader = DocumentReader(rule: name, path: "", document: document)
    try reader.allowOnly(Self.keys)
    self.document = document
    self.name = name
    title = try reader.text("title", expected: "one line saying what the event shows")
    id = try reader.text("id", expected: "a UUID")
    guard Self.isUUID(id) else {
      throw .invalidValue(
        rule: name, key: "id", found: "`\(id)`", expected: "a UUID of 8-4-4-4-12 hex digits")
    }
    status = try reader.choice("status", of: Self.statuses)
    level = try reader.choice("level", of: Self.levels)
    description = try reader.textIfPresent("description")
    references = try reader.texts("references")
    logSource = try reader.textMap("logsource", keys: ["category", "product", "service", "definition"])
    guard !logSource.isEmpty else {
      throw .missingKey(rule: name, key: "logsource", expected: "`product: windows` and a `service`")
    }
    guard let detectionDocument = document["detection"] else {
      throw .missingKey(rule: name, key: "detection", expected: "searches and a `condition`")
    }
    detection = try DetectionReader(rule: name).detection(detectionDocument)
    guard let scope = SignalScope(detection) else { throw .noProvider(rule: name) }
    self.scope = scope
    guard let meaningDocument = document["faultline"] else {
      throw .missingKey(rule: name, key: "faultline", expected: "`role` and `summary` at least")
    }
    meaning = try Meaning(DocumentReader(rule: name, path: "faultline.", document: meaningDocument))
  }

  private static func isName(_ text: String) -> Bool {
    (1...nameLimit).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static func isUUID(_ text: String) -> Bool {
    let hyphens = [8, 13, 18, 23]
    return text.utf8.count == 36
      && text.utf8.enumerated().allSatisfy { index, byte in
        hyphens.contains(index) ? byte == UInt8(ascii: "-") : WindowsNumber.digit(byte) != nil
      }
  }
}

extension SignalRule.Meaning {
  init(_ reader: DocumentReader) throws(SignalRuleError) {
    guard case .map = reader.document else {
      throw .invalidValue(
        rule: reader.rule, key: "faultline", found: reader.document.kind, expected: "a map")
    }
    try reader.allowOnly(SignalRule.meaningKeys)
    guard let role = try reader.choice("role", as: SignalRole.self) else {
      throw .missingKey(rule: reader.rule, key: "faultline.role", expected: "one of the roles of a signal")
    }
    self.role = role
    proves = try reader.choice("proves", as: HostRole.self)
    phase = try reader.choice("phase", as: ConnectionPhase.self)
    standsAlone = try reader.truth("standsAlone") ?? false
    supports = try reader.truth("supports") ?? false
    otherwise = try reader.truth("otherwise") ?? false
    logged = try reader.choice("logged", as: SignalRule.Logged.self) ?? .always
    channel = try reader.textIfPresent("channel")
    let text = try reader.text("summary", expected: "one line with `{field}` where a value goes")
    do {
      summary = try SummaryTemplate(text)
    } catch {
      throw .invalidValue(
        rule: reader.rule, key: "faultline.summary", found: "`\(text)`", expected: error.expected)
    }
    fields = try Self.fields(reader)
    let examples = DocumentReader(
      rule: reader.rule, path: "faultline.examples.", document: reader.document["examples"] ?? .map([]))
    try examples.allowOnly(["match", "ignore"])
    matchExamples = try examples.texts("match")
    ignoreExamples = try examples.texts("ignore")
  }

  private static let fieldKeys = SignalField.allCases.map(\.rawValue)

  private static func fields(
    _ reader: DocumentReader
  ) throws(SignalRuleError) -> [SignalField: [FieldSource]] {
    guard let document = reader.document["fields"], document != .null else { return [:] }
    let inner = DocumentReader(rule: reader.rule, path: "faultline.fields.", document: document)
    try inner.allowOnly(fieldKeys)
    var fields: [SignalField: [FieldSource]] = [:]
    guard case .map(let entries) = document else { return [:] }
    for entry in entries {
      guard let field = SignalField(rawValue: entry.key) else { continue }
      var sources: [FieldSource] = []
      for text in try inner.texts(entry.key) {
        guard let source = FieldSource(text) else {
          throw .invalidValue(
            rule: reader.rule, key: "faultline.fields.\(entry.key)", found: "`\(text)`",
            expected: "a field name, with `|number` behind it to take the first number of the value")
        }
        sources.append(source)
      }
      fields[field] = sources
    }
    return fields
  }
}
