import WindowsEventLog

/// The System element, in the order Windows writes it.
extension XMLRecordWriter {
  func appendSystem(of record: EventRecord, to buffer: inout ExportBuffer) {
    buffer.append("<System><Provider Name='")
    buffer.appendXMLAttribute(record.provider)
    buffer.append(0x27)
    attribute(" Guid='", record.providerGUID, to: &buffer)
    attribute(" EventSourceName='", record.eventSourceName, to: &buffer)
    buffer.append("/><EventID")
    number(" Qualifiers='", record.qualifiers, "'", to: &buffer)
    number(">", record.eventID, "</EventID>", to: &buffer)
    number("<Version>", record.version, "</Version>", to: &buffer)
    number("<Level>", record.level, "</Level>", to: &buffer)
    number("<Task>", record.task, "</Task>", to: &buffer)
    number("<Opcode>", record.opcode, "</Opcode>", to: &buffer)
    if let keywords = record.keywords {
      buffer.append("<Keywords>0x")
      buffer.appendHex(keywords, width: 1)
      buffer.append("</Keywords>")
    }
    if let time = record.time {
      buffer.append("<TimeCreated SystemTime='")
      buffer.append(time)
      buffer.append("'/>")
    }
    number("<EventRecordID>", record.recordID, "</EventRecordID>", to: &buffer)
    buffer.append("<Correlation")
    attribute(" ActivityID='", record.activityID, to: &buffer)
    attribute(" RelatedActivityID='", record.relatedActivityID, to: &buffer)
    buffer.append("/>")
    if record.processID != nil || record.threadID != nil {
      buffer.append("<Execution")
      number(" ProcessID='", record.processID, "'", to: &buffer)
      number(" ThreadID='", record.threadID, "'", to: &buffer)
      buffer.append("/>")
    }
    buffer.append("<Channel>")
    buffer.appendXMLText(record.channel)
    buffer.append("</Channel><Computer>")
    buffer.appendXMLText(record.computer)
    buffer.append("</Computer><Security")
    attribute(" UserID='", record.userID, to: &buffer)
    buffer.append("/></System>")
  }
}
