import Foundation
import Testing
import WindowsEventLog

/// One real log in six dialects says the same in each, after what each tool is known to lose.
struct SharedDialectTests {
  private static let logs = [
    "2-vss_0-Microsoft-Windows-RemoteDesktopServices-RdpCoreTS%4Operational.evtx.xml",
    "2-vss_0-Microsoft-Windows-TerminalServices-RemoteConnectionManager%4Operational.evtx.xml",
    "2-vss_7-System.evtx.xml",
    "E_ShadowCopy6_windows_system32_winevt_logs_Microsoft-Windows-CAPI2%4Operational.evtx.xml",
    "Security_short_selected.evtx.xml", "system.evtx.xml",
  ]

  /// The records of a dialect; nil where the folder is absent.
  private func records(_ dialect: String, _ log: String) throws -> [EventRecord]? {
    guard let folder = LogFixtures.shared("xml") else { return nil }
    let read = try ReadLog(path: folder.appending(path: "\(dialect)/\(log)").path)
    #expect(read.skipped.isEmpty)
    return read.records
  }

  /// Both sides made equal in what the dialect loses, for the records it has.
  private func compare(
    _ dialect: String, _ log: String, _ lose: (EventRecord) -> EventRecord, isLess: Bool = false
  ) throws {
    guard let whole = try records("eventviewer", log), let lossy = try records(dialect, log) else { return }
    #expect(isLess ? lossy.count <= whole.count : lossy.count == whole.count)
    let reference = Dictionary(grouping: whole.map(lose)) { $0.recordID }
    for record in lossy.map(lose) {
      let candidates = reference[record.recordID] ?? []
      #expect(candidates.contains(record), "\(record.recordID ?? 0) of \(log)")
    }
  }

  @Test(arguments: ["wevtutil", "powershell51-utf16"], logs)
  func `re-encoding loses nothing`(dialect: String, log: String) throws {
    try compare(dialect, log) { $0 }
  }

  @Test(arguments: logs) func `evtx_dump loses the braces of GUIDs in values`(log: String) throws {
    try compare("pyevtx-rs", log) { Self.mapValues($0, Self.withoutBraces) }
  }

  @Test(arguments: logs)
  func `evtxexport pads numbers and keeps digits of a second that others cut`(log: String) throws {
    try compare("libevtx-xml", log, { Self.wholeSeconds(Self.mapValues($0, Self.loosely)) }, isLess: true)
  }

  @Test(arguments: logs)
  func `python-evtx rounds times, pads numbers, mangles arrays and stops at what it cannot read`(log: String)
    throws
  {
    try compare(
      "python-evtx", log, { Self.withoutArray(Self.wholeSeconds(Self.mapValues($0, Self.loosely))) },
      isLess: true)
  }

  /// Tools differ in the last digit of a microsecond, which can carry: half-seconds away from a carry are safe.
  private static func wholeSeconds(_ record: EventRecord) -> EventRecord {
    var record = record
    record.time = record.time.map { WindowsTime(ticks: ($0.ticks + 5_000) / 10_000_000) }
    return record
  }

  /// python-evtx repeats and cuts the items of an array that holds empty ones; its last item is right.
  private static func withoutArray(_ record: EventRecord) -> EventRecord {
    var record = record
    if record.data.allSatisfy({ $0.name == nil }) { record.data = record.data.suffix(1) }
    return record
  }

  private static func withoutBraces(_ value: String) -> String { GUID.canonical(value) ?? value }

  /// Numbers without leading zeros, times to the second, bytes as numbers, nothing else changed.
  private static func loosely(_ value: String) -> String {
    if let guid = GUID.canonical(value) { return guid }
    if value.count >= 19, let time = WindowsTime(iso8601: value) {
      return "time \((time.ticks + 5_000) / 10_000_000)"
    }
    let lowered = value.lowercased()
    if lowered == "true" || lowered == "false" { return lowered }
    if lowered.hasPrefix("0x") {
      let digits = lowered.dropFirst(2).drop { $0 == "0" }
      return "0x" + (digits.isEmpty ? "0" : digits)
    }
    if value.count % 2 == 0, value.count >= 2, value.utf8.allSatisfy({ isHexDigit($0) }) {
      return "bytes \(lowered)"
    }
    if value.count % 4 == 0, value.count >= 4, let data = Data(base64Encoded: value) {
      return "bytes " + data.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
    return value
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }

  /// Values changed; empty unnamed ones, which only some tools write, left out.
  private static func mapValues(_ record: EventRecord, _ change: (String) -> String) -> EventRecord {
    var record = record
    record.data = record.data.filter { $0.name != nil || !$0.value.isEmpty }
      .map { .init(name: $0.name, value: change($0.value)) }
    record.userData = record.userData.map { mapValues($0, change) }
    return record
  }

  private static func mapValues(_ element: UserDataElement, _ change: (String) -> String) -> UserDataElement {
    UserDataElement(
      name: element.name,
      attributes: element.attributes.map { .init(name: $0.name, value: change($0.value)) },
      text: change(element.text), children: element.children.map { mapValues($0, change) })
  }
}
