import WindowsEventLog

@testable import EventExport

/// Records that between them have every property set and every container.
enum SampleRecords {
  /// An event with named, unnamed, repeated and awkward values.
  static var full: EventRecord {
    var record = EventRecord(
      provider: "Contoso & Sons' Provider", eventID: 226, channel: "Contoso/Operational",
      computer: "PC-7.contoso.example")
    record.providerGUID = "{1139c61b-b549-4251-8ed3-27250a1edec8}"
    record.eventSourceName = "Contoso"
    record.qualifiers = 49152
    record.version = 0
    record.level = 3
    record.task = 4
    record.opcode = 17
    record.keywords = 0x4000_0000_0000_0000
    record.time = WindowsTime(ticks: 133_746_875_570_387_882)
    record.recordID = 812
    record.activityID = "{6b0e6c7a-0000-4000-8000-5a1d00000000}"
    record.relatedActivityID = "{6b0e6c7a-0000-4000-8000-5a1d00000001}"
    record.processID = 332
    record.threadID = 1340
    record.userID = "S-1-5-20"
    record.container = .eventData
    record.dataName = "RDPClient"
    record.data = [
      .init(name: "Error Code", value: "2147549183"), .init(name: nil, value: "unnamed"),
      .init(name: "Error Code", value: "=<\"two\"\r\nlines>"),
    ]
    record.binary = [0x00, 0xAB]
    record.rendering = .init(culture: "en-US", message: "-Something\nfailed")
    return record
  }

  /// A classic event with nothing optional.
  static var bare: EventRecord { EventRecord(provider: "EventLog", eventID: 6005) }

  /// User data with attributes that share a local name.
  static var userData: EventRecord {
    var record = EventRecord(
      provider: "Contoso-CAPI2", eventID: 70, channel: "C", computer: "HOST-1.fabrikam.example")
    record.container = .userData
    record.userData = UserDataElement(
      name: "EventXML", attributes: [.init(name: "id", value: "1"), .init(name: "id", value: "2")],
      text: "mixed",
      children: [UserDataElement(name: "Event", text: "3"), UserDataElement(name: "Empty")])
    return record
  }

  /// An event whose fields Windows lost.
  static var processingError: EventRecord {
    var record = EventRecord(provider: "Contoso", eventID: 1, channel: "C", computer: "H")
    record.container = .processingErrorData
    record.processingError = [
      .init(name: "ErrorCode", value: "15005"), .init(name: "DataItemName", value: "shellId"),
    ]
    return record
  }

  /// The records one writer makes of these, header and footer left out.
  static func written(_ record: EventRecord, by writer: some RecordWriter) -> String {
    appended {
      writer.append(
        record, at: RecordLocation(offset: 123, length: 9), source: "logs/a \"b\".zip!/x.xml", to: &$0)
    }
  }
}
