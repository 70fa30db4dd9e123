public import WindowsEventLog

/// Writes each record as one JSON object on a line, absent values left out.
///
/// Ids and levels are numbers, keywords sixteen hex digits, times UTC with seven digits. `data` is a
/// list of `[name or null, value]`, so order and repeats stay. An element of user data is
/// `[name, {attributes}, [content]]`, its content being its text, if any, and its child elements.
public struct JSONLinesRecordWriter: RecordWriter, DataBytesWriter {
  public init() {}

  public func append(
    _ record: EventRecord, at location: RecordLocation, source: String, to buffer: inout ExportBuffer
  ) {
    append(record, data: nil, at: location, source: source, to: &buffer)
  }

  package func append(
    _ record: EventRecord, data: DataBytes?, at location: RecordLocation, source: String,
    to buffer: inout ExportBuffer
  ) {
    buffer.append(#"{"source":"#)
    buffer.appendJSON(source)
    buffer.append(#","offset":"#)
    buffer.appendDecimal(location.offset)
    if location.recovered { buffer.append(#","recovered":true"#) }
    appendSystem(record, to: &buffer)
    appendContent(record, data, to: &buffer)
    if let rendering = record.rendering {
      text(#","message":"#, rendering.message, to: &buffer)
      text(#","culture":"#, rendering.culture, to: &buffer)
    }
    buffer.append("}\n")
  }

  private func appendSystem(_ record: EventRecord, to buffer: inout ExportBuffer) {
    text(#","provider":"#, record.provider, to: &buffer)
    text(#","providerGuid":"#, record.providerGUID, to: &buffer)
    text(#","eventSourceName":"#, record.eventSourceName, to: &buffer)
    number(#","eventID":"#, record.eventID, to: &buffer)
    number(#","qualifiers":"#, record.qualifiers, to: &buffer)
    number(#","version":"#, record.version, to: &buffer)
    number(#","level":"#, record.level, to: &buffer)
    number(#","task":"#, record.task, to: &buffer)
    number(#","opcode":"#, record.opcode, to: &buffer)
    if let keywords = record.keywords {
      buffer.append(#","keywords":"0x"#)
      buffer.appendHex(keywords, width: 16)
      buffer.append(0x22)
    }
    text(#","channel":"#, record.channel, to: &buffer)
    text(#","computer":"#, record.computer, to: &buffer)
    number(#","recordID":"#, record.recordID, to: &buffer)
    if let time = record.time {
      buffer.append(#","time":""#)
      buffer.append(time)
      buffer.append(0x22)
    }
    text(#","activityID":"#, record.activityID, to: &buffer)
    text(#","relatedActivityID":"#, record.relatedActivityID, to: &buffer)
    number(#","processID":"#, record.processID, to: &buffer)
    number(#","threadID":"#, record.threadID, to: &buffer)
    text(#","userID":"#, record.userID, to: &buffer)
  }

  func appendContent(_ record: EventRecord, _ data: DataBytes? = nil, to buffer: inout ExportBuffer) {
    if record.container != .none {
      buffer.append(#","container":"#)
      buffer.appendJSON(record.container.rawValue)
    }
    text(#","dataName":"#, record.dataName, to: &buffer)
    if let data, data.isFilled {
      appendItems(data.items, to: &buffer, name: \.name, value: \.value) { $1.appendJSON($0) }
    } else {
      appendItems(record.data, to: &buffer, name: \.name, value: \.value) { $1.appendJSON($0) }
    }
    if let element = record.userData {
      buffer.append(#","userData":"#)
      append(element, to: &buffer)
    }
    if let binary = record.binary {
      buffer.append(#","binary":""#)
      buffer.appendHexBytes(binary)
      buffer.append(0x22)
    }
    if !record.processingError.isEmpty {
      buffer.append(#","processingError":"#)
      appendObject(record.processingError, to: &buffer)
    }
  }

  /// Appends the key `data` and its list, unless that is empty; `text` appends one name or value.
  @inline(__always)
  private func appendItems<Item, Text>(
    _ items: [Item], to buffer: inout ExportBuffer, name: (Item) -> Text?, value: (Item) -> Text,
    text: (Text, inout ExportBuffer) -> Void
  ) {
    guard !items.isEmpty else { return }
    var separator: StaticString = #","data":[["#
    for item in items {
      buffer.append(separator)
      separator = ",["
      if let name = name(item) {
        text(name, &buffer)
      } else {
        buffer.append("null")
      }
      buffer.append(0x2C)
      text(value(item), &buffer)
      buffer.append(0x5D)
    }
    buffer.append(0x5D)
  }

  /// Appends named values as an object; a repeated name gets `#2`, `#3` …, since JSON keys are unique.
  private func appendObject(_ items: [EventRecord.DataItem], to buffer: inout ExportBuffer) {
    if UniqueNames.areUnique(items) {
      var separator: StaticString = "{"
      for item in items {
        buffer.append(separator)
        separator = ","
        buffer.appendJSON(item.name ?? "")
        buffer.append(0x3A)
        buffer.appendJSON(item.value)
      }
      if items.isEmpty { buffer.append(0x7B) }
      buffer.append(0x7D)
      return
    }
    buffer.append(0x7B)
    for (index, name) in UniqueNames.of(items, separator: "#").enumerated() {
      if index > 0 { buffer.append(0x2C) }
      buffer.appendJSON(name)
      buffer.append(0x3A)
      buffer.appendJSON(items[index].value)
    }
    buffer.append(0x7D)
  }

  private func append(_ element: UserDataElement, to buffer: inout ExportBuffer) {
    buffer.append(0x5B)
    buffer.appendJSON(element.name)
    buffer.append(0x2C)
    appendObject(element.attributes, to: &buffer)
    buffer.append(",[")
    if !element.text.isEmpty {
      buffer.appendJSON(element.text)
      if !element.children.isEmpty { buffer.append(0x2C) }
    }
    for (index, child) in element.children.enumerated() {
      if index > 0 { buffer.append(0x2C) }
      append(child, to: &buffer)
    }
    buffer.append("]]")
  }

  @inline(__always)
  private func text(_ key: StaticString, _ value: String?, to buffer: inout ExportBuffer) {
    guard let value else { return }
    buffer.append(key)
    buffer.appendJSON(value)
  }

  @inline(__always)
  private func number<N: FixedWidthInteger & UnsignedInteger>(
    _ key: StaticString, _ value: N?, to buffer: inout ExportBuffer
  ) {
    guard let value else { return }
    buffer.append(key)
    buffer.appendDecimal(value)
  }
}
