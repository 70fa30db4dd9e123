public import WindowsEventLog

/// Writes records as CSV whose first three columns are the ones Timesketch asks for.
///
/// `message,datetime,timestamp_desc` come first, then one column a System value, then the event's own
/// values as JSON in the shape of `JSONLinesRecordWriter`. Lines end with CR LF and every text cell is
/// quoted ([RFC 4180] 2). Cells a spreadsheet would take for a formula start with an apostrophe.
public struct CSVRecordWriter: RecordWriter {
  public init() {}

  public func appendHeader(to buffer: inout ExportBuffer) {
    buffer.append("message,datetime,timestamp_desc,computer,channel,provider,event_id,qualifiers,version,")
    buffer.append("level,task,opcode,keywords,record_id,activity_id,related_activity_id,process_id,")
    buffer.append("thread_id,user_id,values,source,offset\r\n")
  }

  public func append(
    _ record: EventRecord, at location: RecordLocation, source: String, to buffer: inout ExportBuffer
  ) {
    appendMessage(of: record, to: &buffer)
    buffer.append(0x2C)
    if let time = record.time { buffer.append(time) }
    buffer.append(",Event Logged,")
    buffer.appendCSVCell(record.computer)
    buffer.append(0x2C)
    buffer.appendCSVCell(record.channel)
    buffer.append(0x2C)
    buffer.appendCSVCell(record.provider)
    buffer.append(0x2C)
    buffer.appendDecimal(record.eventID)
    number(record.qualifiers, to: &buffer)
    number(record.version, to: &buffer)
    number(record.level, to: &buffer)
    number(record.task, to: &buffer)
    number(record.opcode, to: &buffer)
    buffer.append(0x2C)
    if let keywords = record.keywords {
      buffer.append("0x")
      buffer.appendHex(keywords, width: 16)
    }
    number(record.recordID, to: &buffer)
    text(record.activityID, to: &buffer)
    text(record.relatedActivityID, to: &buffer)
    number(record.processID, to: &buffer)
    number(record.threadID, to: &buffer)
    text(record.userID, to: &buffer)
    appendValues(of: record, to: &buffer)
    text(source, to: &buffer)
    buffer.append(0x2C)
    buffer.appendDecimal(location.offset)
    buffer.append("\r\n")
  }

  /// The provider's rendered message, or provider, id and values in words where none was exported.
  private func appendMessage(of record: EventRecord, to buffer: inout ExportBuffer) {
    if let message = record.rendering?.message, !message.isEmpty {
      buffer.appendCSVCell(message)
      return
    }
    buffer.append(0x22)
    buffer.defuse(record.provider)
    buffer.appendCSVText(record.provider)
    buffer.append(0x20)
    buffer.appendDecimal(record.eventID)
    for (index, item) in record.data.enumerated() {
      buffer.append(index == 0 ? ": " : "; ")
      if let name = item.name {
        buffer.appendCSVText(name)
        buffer.append(0x3D)
      }
      buffer.appendCSVText(item.value)
    }
    buffer.append(0x22)
  }

  private func appendValues(of record: EventRecord, to buffer: inout ExportBuffer) {
    buffer.append(",\"{")
    var values = ExportBuffer(capacity: 1024)
    JSONLinesRecordWriter().appendContent(record, to: &values)
    values.drain { bytes in
      // Every member starts with a comma; the first has nothing before it.
      buffer.appendCSVText(UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self).dropFirst()))
    }
    buffer.append("}\"")
  }

  private func text(_ value: String?, to buffer: inout ExportBuffer) {
    buffer.append(0x2C)
    if let value { buffer.appendCSVCell(value) }
  }

  private func number<N: FixedWidthInteger & UnsignedInteger>(
    _ value: N?, to buffer: inout ExportBuffer
  ) {
    buffer.append(0x2C)
    if let value { buffer.appendDecimal(value) }
  }
}
