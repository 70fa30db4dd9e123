/// Turns an event written as JSON into the element tree it was made from.
enum JSONEvent {
  /// Whether a value looks like an event at all; other JSON is no damaged record.
  static func isEvent(_ value: JSONValue) -> Bool {
    value["Event"] != nil || value["EventId"] != nil || value["System"] != nil
  }

  /// The `Event` element; throws for JSON that is no event.
  static func element(_ value: JSONValue, limits: ReaderLimits) throws(RecordFault) -> UserDataElement {
    if let event = value["Event"] { return convert("Event", event) }
    if value["EventId"] != nil { return try flat(value, limits: limits) }
    return convert("Event", value)
  }

  /// evtx_dump's shape, and that of an XML document turned into JSON (`@name`, `#text`).
  private static func convert(_ name: String, _ value: JSONValue) -> UserDataElement {
    var element = UserDataElement(name: name)
    guard case .object(let members) = value else {
      element.text = value.scalar ?? ""
      return element
    }
    for (key, member) in members {
      switch key {
      case "#attributes": element.attributes += attributes(member)
      case "#text":
        if case .array(let items) = member {
          element.text = items.compactMap(\.scalar).joined(separator: "\n")
        } else {
          element.text = member.scalar ?? ""
        }
      case _ where key.hasPrefix("@"):
        element.attributes.append(
          EventRecord.DataItem(name: String(key.dropFirst()), value: member.scalar ?? ""))
      default: element.children += children(key, member)
      }
    }
    attachSeparateAttributes(&element)
    return element
  }

  private static func children(_ name: String, _ value: JSONValue) -> [UserDataElement] {
    switch value {
    case .array(let items): return items.map { convert(name, $0) }
    case .object:
      // Unnamed values of a classic event: {"Data": {"#text": ["a", "b"]}}
      guard name == "Data", case .array(let items) = value["#text"] else { return [convert(name, value)] }
      return items.map { convert(name, $0) }
    default: return [convert(name, value)]
    }
  }

  private static func attributes(_ value: JSONValue) -> [EventRecord.DataItem] {
    guard case .object(let members) = value else { return [] }
    return members.filter { $0.key != "xmlns" && !$0.key.hasPrefix("xmlns:") }
      .map { EventRecord.DataItem(name: $0.key, value: $0.value.scalar ?? "") }
  }

  /// evtx_dump can write attributes beside an element, as `Name_attributes`.
  private static func attachSeparateAttributes(_ element: inout UserDataElement) {
    let suffix = "_attributes"
    let separate = element.children.filter { $0.name.hasSuffix(suffix) }
    guard !separate.isEmpty else { return }
    element.children.removeAll { $0.name.hasSuffix(suffix) }
    for owner in separate {
      let name = String(owner.name.dropLast(suffix.count))
      let attributes = owner.children.map { EventRecord.DataItem(name: $0.name, value: $0.text) }
      if let index = element.children.firstIndex(where: { $0.name == name }) {
        element.children[index].attributes += attributes
      } else {
        element.children.append(UserDataElement(name: name, attributes: attributes))
      }
    }
  }

  private static let levels = [
    "logalways": "0", "critical": "1", "error": "2", "warning": "3", "info": "4", "information": "4",
    "verbose": "5",
  ]

  /// EvtxECmd's flat line, whose payload is JSON inside a string.
  private static func flat(_ line: JSONValue, limits: ReaderLimits) throws(RecordFault) -> UserDataElement {
    func text(_ key: String) -> String { line[key]?.scalar ?? "" }
    func leaf(_ name: String, _ value: String) -> UserDataElement { UserDataElement(name: name, text: value) }
    func attributed(_ name: String, _ attributes: [(String, String)]) -> UserDataElement {
      UserDataElement(name: name, attributes: attributes.map { .init(name: $0.0, value: text($0.1)) })
    }
    let level = text("Level")
    let system = UserDataElement(
      name: "System",
      children: [
        attributed("Provider", [("Name", "Provider")]), leaf("EventID", text("EventId")),
        leaf("Level", levels[level.lowercased()] ?? level), leaf("EventRecordID", text("EventRecordId")),
        attributed("TimeCreated", [("SystemTime", "TimeCreated")]),
        attributed("Execution", [("ProcessID", "ProcessId"), ("ThreadID", "ThreadId")]),
        leaf("Channel", text("Channel")), leaf("Computer", text("Computer")),
        attributed("Security", [("UserID", "UserId")]),
      ])
    var event = UserDataElement(name: "Event", children: [system])
    let payload = Array(text("Payload").utf8)
    if !payload.isEmpty {
      let body: Result<JSONValue, RecordFault> = payload.withUnsafeBytes { bytes in
        var parser = JSONParser(bytes, limits: limits, codePage: nil)
        do throws(RecordFault) { return .success(try parser.parse()) } catch { return .failure(error) }
      }
      event.children += convert("Event", try body.get()).children
    }
    return event
  }
}
