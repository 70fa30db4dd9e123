@testable import WindowsEventLog

/// Whole binary logs, well formed or broken on purpose.
enum LogBuilder {
  /// A file's header and its chunks.
  static func log(_ chunks: [[UInt8]]) -> [UInt8] {
    var header =
      EVTXFileHeader.magic + littleEndian(UInt64(0)) + littleEndian(UInt64(max(0, chunks.count - 1)))
      + littleEndian(UInt64(1)) + littleEndian(UInt32(128)) + littleEndian(UInt16(1))
      + littleEndian(UInt16(3)) + littleEndian(UInt16(4096)) + littleEndian(UInt16(chunks.count))
    header += [UInt8](repeating: 0, count: 120 - header.count)
    header += [0, 0, 0, 0] + littleEndian(checksum(header))
    header += [UInt8](repeating: 0, count: EVTXFileHeader.blockSize - header.count)
    return header + chunks.flatMap { $0 }
  }

  /// A log of one chunk.
  static func log(_ body: (inout ChunkBuilder) -> Void) -> [UInt8] { log([chunk(body)]) }

  static func chunk(_ body: (inout ChunkBuilder) -> Void) -> [UInt8] {
    var chunk = ChunkBuilder()
    body(&chunk)
    return chunk.finished()
  }

  /// A sample log: chunks of RDP events with record ids from 1 on.
  static func sample(chunks: Int, recordsPerChunk: Int) -> [UInt8] {
    log(
      (0..<chunks).map { number in
        chunk { chunk in
          for index in 0..<recordsPerChunk {
            let id = UInt64(number * recordsPerChunk + index + 1)
            EventTemplate.write(&chunk, id: id, eventID: id % 3 == 0 ? 103 : 131)
          }
        }
      })
  }
}

/// The template Windows makes of a manifest's event, and one of EventData.
enum EventTemplate {
  static let provider = "Contoso-RemoteDesktop-Core"
  static let channel = "Contoso-RemoteDesktop-Core/Operational"
  static let computer = "rdsh-1.contoso.example"

  private static func leaf(_ name: String, _ index: UInt16, _ type: UInt8) -> BinXMLNode {
    .element(name, dependency: index, [.optional(index, type: type)])
  }

  /// An Event with System as Windows 10 writes it and a value for what follows.
  static let event = BinXMLTemplateSpec(
    number: 0x0C5F_C57D,
    nodes: [
      .element(
        "Event", attributes: [("xmlns", [.text("http://schemas.microsoft.com/win/2004/08/events/event")])],
        [
          .element(
            "System",
            [
              .element(
                "Provider", attributes: [("Name", [.optional(14)]), ("Guid", [.optional(15, type: 15)])]),
              .element(
                "EventID", dependency: 3, attributes: [("Qualifiers", [.optional(4, type: 6)])],
                [.optional(3, type: 6)]),
              leaf("Version", 11, 4), leaf("Level", 0, 4), leaf("Task", 2, 6), leaf("Opcode", 1, 4),
              leaf("Keywords", 5, 21),
              .element("TimeCreated", attributes: [("SystemTime", [.optional(6, type: 17)])]),
              leaf("EventRecordID", 10, 10),
              .element(
                "Correlation",
                attributes: [
                  ("ActivityID", [.optional(7, type: 15)]),
                  ("RelatedActivityID", [.optional(13, type: 15)]),
                ]),
              .element(
                "Execution",
                attributes: [
                  ("ProcessID", [.optional(8, type: 8)]), ("ThreadID", [.optional(9, type: 8)]),
                ]),
              leaf("Channel", 16, 1), .element("Computer", [.text(computer)]),
              .element("Security", attributes: [("UserID", [.optional(12, type: 19)])]),
            ]),
          .optional(17, type: 33),
        ])
    ])

  /// EventData with two named values.
  static let connection = BinXMLTemplateSpec(
    number: 0x1111_2222,
    nodes: [
      .element(
        "EventData",
        [
          .element("Data", attributes: [("Name", [.text("ConnType")])], [.value(0)]),
          .element("Data", attributes: [("Name", [.text("ClientIP")])], [.value(1)]),
        ])
    ])

  /// The values of `event`.
  static func values(id: UInt64, eventID: UInt16, ticks: UInt64, body: BinXMLValueSpec) -> [BinXMLValueSpec] {
    [
      .uint8(4), .uint8(17), .uint16(4), .uint16(eventID), .null, .hex64(0x4000_0000_0000_0000),
      .fileTime(ticks), .bytes(type: 15, (0..<16).map { $0 }), .uint32(332), .uint32(1340), .uint64(id),
      .uint8(0), .bytes(type: 19, [1, 1, 0, 0, 0, 0, 0, 5, 20, 0, 0, 0]), .null, .string(provider),
      .bytes(type: 15, (16..<32).map { $0 }), .string(channel), body,
    ]
  }

  /// Writes one event, a second after the one with the id before.
  static func write(
    _ chunk: inout ChunkBuilder, id: UInt64, eventID: UInt16 = 131,
    body: BinXMLValueSpec = .instance(connection, [.string("TCP"), .string("192.0.2.7:50123")])
  ) {
    let ticks = 133_746_875_570_387_882 + id * 10_000_000
    chunk.record(
      id: id, ticks: ticks, event, values(id: id, eventID: eventID, ticks: ticks, body: body))
  }
}
