extension EventRecord {
  /// The record an `Event` element holds, whichever format its tree came from.
  ///
  /// Throws when it is no Windows event: no System, or no readable event id.
  init(event: UserDataElement, limits: ReaderLimits) throws(RecordFault) {
    guard event.name == "Event", let system = event.child("System"),
      let id = system.child("EventID").flatMap({ HeaderNumber.parse($0.text) }),
      let eventID = UInt32(exactly: id)
    else { throw RecordFault(event.name == "Event" ? .unreadableHeader : .malformed) }
    let provider = system.child("Provider")
    self.init(provider: provider?.attribute("Name") ?? "", eventID: eventID)
    readSystem(system, provider: provider)
    let prefersBase64 =
      system.children.contains { $0.attributes.contains { $0.value.isEmpty } }
      && Self.hasBlankInTime(system.child("TimeCreated")?.attribute("SystemTime"))
    for part in event.children { read(part, prefersBase64: prefersBase64) }
    if data.count > limits.fields { throw RecordFault(.tooManyFields) }
  }

  /// python-evtx separates date and time by a blank, at the place of the `T`.
  private static func hasBlankInTime(_ text: String?) -> Bool {
    guard let bytes = text?.utf8, bytes.count > 10 else { return false }
    return bytes[bytes.index(bytes.startIndex, offsetBy: 10)] == UInt8(ascii: " ")
  }

  private mutating func readSystem(_ system: UserDataElement, provider: UserDataElement?) {
    func number<Number: FixedWidthInteger>(_ name: String) -> Number? {
      system.child(name).flatMap { HeaderNumber.parse($0.text) }.flatMap(Number.init(exactly:))
    }
    func attribute(_ element: String, _ name: String) -> String? {
      let value = system.child(element)?.attribute(name)
      return value?.isEmpty == true ? nil : value
    }
    func guid(_ element: String, _ name: String) -> String? {
      attribute(element, name).map { GUID.canonical($0) ?? $0 }
    }
    providerGUID = guid("Provider", "Guid")
    eventSourceName = attribute("Provider", "EventSourceName")
    qualifiers = attribute("EventID", "Qualifiers").flatMap(HeaderNumber.parse).flatMap(UInt16.init(exactly:))
    version = number("Version")
    level = number("Level")
    task = number("Task")
    opcode = number("Opcode")
    keywords = number("Keywords")
    time = attribute("TimeCreated", "SystemTime").flatMap { WindowsTime(iso8601: $0) }
    recordID = number("EventRecordID")
    activityID = guid("Correlation", "ActivityID")
    relatedActivityID = guid("Correlation", "RelatedActivityID")
    processID = attribute("Execution", "ProcessID").flatMap(HeaderNumber.parse).flatMap(UInt32.init(exactly:))
    threadID = attribute("Execution", "ThreadID").flatMap(HeaderNumber.parse).flatMap(UInt32.init(exactly:))
    channel = FieldText.trimmed(system.child("Channel")?.text ?? "")
    computer = FieldText.trimmed(system.child("Computer")?.text ?? "")
    userID = attribute("Security", "UserID")
  }

  /// Takes in one of the elements that follow System.
  mutating func read(_ part: UserDataElement, prefersBase64: Bool) {
    if part.name == "RenderingInfo" {
      guard rendering == nil else { return }
      let message = part.child("Message").map { FieldText.value($0.fullText) }
      rendering = RenderingInfo(
        culture: part.attribute("Culture"), message: message?.isEmpty == true ? nil : message)
      return
    }
    guard container == .none, let kind = Container(rawValue: part.name) else { return }
    container = kind
    switch kind {
    case .eventData:
      dataName = part.attribute("Name").flatMap { $0.isEmpty ? nil : $0 }
      for child in part.children { readField(child, prefersBase64: prefersBase64) }
    case .userData:
      userData = part.children.first?.asUserData()
    case .debugData:
      data = part.children.map { DataItem(name: $0.name, value: FieldText.value($0.fullText)) }
    case .binaryEventData:
      binary = BinaryText.decode(part.fullText, prefersBase64: prefersBase64)
    case .processingErrorData:
      processingError = part.children.map { DataItem(name: $0.name, value: FieldText.value($0.fullText)) }
    case .none: break
    }
  }

  private mutating func readField(_ field: UserDataElement, prefersBase64: Bool) {
    if field.name == "Binary", binary == nil,
      let bytes = BinaryText.decode(field.fullText, prefersBase64: prefersBase64)
    {
      binary = bytes.isEmpty ? nil : bytes
      return
    }
    let isPlain = field.name == "Data" || field.name == "ComplexData"
    let name = isPlain ? field.attribute("Name").flatMap { $0.isEmpty ? nil : $0 } : field.name
    appendField(name: name, value: FieldText.value(field.fullText))
  }

  /// Adds a value, or the values of an array that was flattened into one.
  mutating func appendField(name: String?, value: String) {
    if value.utf8.count > 16, let items = FieldText.pseudoArray(value) {
      for item in items { data.append(DataItem(name: name, value: item)) }
    } else {
      data.append(DataItem(name: name, value: value))
    }
  }
}

extension UserDataElement {
  /// The first child of a name.
  func child(_ name: String) -> UserDataElement? { children.first { $0.name == name } }

  /// The first attribute of a name.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The character data of the element and everything inside it.
  var fullText: String { children.isEmpty ? text : children.reduce(text) { $0 + $1.fullText } }

  /// The same element with the layout of the export taken off its texts.
  func asUserData() -> UserDataElement {
    UserDataElement(
      name: name, attributes: attributes,
      text: children.isEmpty ? FieldText.value(text) : FieldText.betweenElements(text),
      children: children.map { $0.asUserData() })
  }
}
