import WindowsEventLog

/// The element behind System: the event's own values.
extension XMLRecordWriter {
  func appendContainer(of record: EventRecord, to buffer: inout ExportBuffer) {
    switch record.container {
    case .eventData: appendEventData(of: record, to: &buffer)
    case .userData:
      buffer.append("<UserData>")
      if let element = record.userData { append(element, to: &buffer) }
      buffer.append("</UserData>")
    case .debugData:
      buffer.append("<DebugData>")
      appendElements(record.data, to: &buffer)
      buffer.append("</DebugData>")
    case .binaryEventData:
      buffer.append("<BinaryEventData>")
      if let binary = record.binary { buffer.appendHexBytes(binary) }
      buffer.append("</BinaryEventData>")
    case .processingErrorData, .none: break
    }
    // Windows writes it in place of the container, and some tools beside it.
    if record.container == .processingErrorData || !record.processingError.isEmpty {
      buffer.append("<ProcessingErrorData>")
      appendElements(record.processingError, to: &buffer)
      buffer.append("</ProcessingErrorData>")
    }
  }

  private func appendEventData(of record: EventRecord, to buffer: inout ExportBuffer) {
    buffer.append("<EventData")
    attribute(" Name='", record.dataName, to: &buffer)
    buffer.append(">")
    for item in record.data {
      buffer.append("<Data")
      attribute(" Name='", item.name, to: &buffer)
      buffer.append(">")
      buffer.appendXMLText(item.value)
      buffer.append("</Data>")
    }
    if let binary = record.binary {
      buffer.append("<Binary>")
      buffer.appendHexBytes(binary)
      buffer.append("</Binary>")
    }
    buffer.append("</EventData>")
  }

  /// One element an item, by the item's name.
  private func appendElements(_ items: [EventRecord.DataItem], to buffer: inout ExportBuffer) {
    for item in items {
      let name = XMLName.safe(item.name ?? "Data")
      buffer.append(0x3C)
      buffer.appendPlain(name)
      buffer.append(0x3E)
      buffer.appendXMLText(item.value)
      buffer.append("</")
      buffer.appendPlain(name)
      buffer.append(0x3E)
    }
  }

  private func append(_ element: UserDataElement, to buffer: inout ExportBuffer) {
    let name = XMLName.safe(element.name)
    buffer.append(0x3C)
    buffer.appendPlain(name)
    let keys = UniqueNames.unique(
      element.attributes.map { XMLName.safeAttribute($0.name ?? "_") }, separator: "_")
    for (key, item) in zip(keys, element.attributes) {
      buffer.append(0x20)
      buffer.appendPlain(key)
      buffer.append("='")
      buffer.appendXMLAttribute(item.value)
      buffer.append(0x27)
    }
    buffer.append(0x3E)
    buffer.appendXMLText(element.text)
    for child in element.children { append(child, to: &buffer) }
    buffer.append("</")
    buffer.appendPlain(name)
    buffer.append(0x3E)
  }
}
