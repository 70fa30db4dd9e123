import Foundation
import WindowsEventLog

/// What the reader made of one input.
struct ReadLog: Equatable {
  var records: [EventRecord] = []
  var locations: [RecordLocation] = []
  var supporting: [SupportingStretch] = []
  var skipped: [SkippedRecord] = []
  var summary = SourceSummary()

  init(
    _ bytes: [UInt8], selection: RecordSelection = .everything, options: ReaderOptions = .init()
  ) throws {
    var reader = try EventLogReader(name: "test", bytes: bytes, selection: selection, options: options)
    try take(&reader)
  }

  init(path: String, slice: LogSlice? = nil, selection: RecordSelection = .everything) throws {
    if let slice {
      var reader = try EventLogReader(path: path, slice: slice, selection: selection)
      try take(&reader)
    } else {
      var reader = try EventLogReader(path: path, selection: selection)
      try take(&reader)
    }
  }

  private mutating func take(_ reader: inout EventLogReader) throws {
    while let step = try reader.next() {
      switch step {
      case .record(let record, let location):
        records.append(record)
        locations.append(location)
      case .skipped(let skip): skipped.append(skip)
      }
    }
    supporting = reader.supporting
    summary = reader.summary
  }
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // splitmix64
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}

enum LogFixtures {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of a file under `Fixtures/`.
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: "Fixtures/" + name)))
  }

  /// Every file of `Fixtures/dialects`.
  static let dialects: [String] = {
    let folder = root.appending(path: "Fixtures/dialects").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0 != "README.md" }.sorted()
  }()

  /// The real logs that lie beside a working copy on some machines; nil, with a message, elsewhere.
  static func shared(_ folder: String) -> URL? {
    let url = root.appending(path: "../shared/" + folder).standardizedFileURL
    if FileManager.default.fileExists(atPath: url.path) { return url }
    print("no \(folder) beside this working copy: nothing to compare with")
    return nil
  }

  static let namespace = "http://schemas.microsoft.com/win/2004/08/events/event"

  /// A record of one's own, as wevtutil writes it.
  static func record(
    id: Int = 1026, recordID: Int = 812, time: String = "2026-03-02T08:15:31.1234567Z",
    provider: String = "Example-Provider", channel: String = "Example/Operational",
    computer: String = "PC-7.contoso.example",
    body: String = "<EventData><Data Name='Value'>2308</Data></EventData>"
  ) -> String {
    "<Event xmlns='\(namespace)'><System><Provider Name='\(provider)'/><EventID>\(id)</EventID>"
      + "<Version>0</Version><Level>4</Level><TimeCreated SystemTime='\(time)'/>"
      + "<EventRecordID>\(recordID)</EventRecordID><Channel>\(channel)</Channel>"
      + "<Computer>\(computer)</Computer><Security/></System>\(body)</Event>"
  }
}
