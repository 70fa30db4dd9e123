import Foundation
import Testing

@testable import WindowsEventLog

/// Real logs from public parser projects, beside the package where somebody has put them.
enum SharedLogs {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared").standardizedFileURL

  /// The events an independent parser reads of each log, from the table in the logs' README.
  static let counts: [(log: String, events: Int, errors: Int)] = {
    guard let text = try? String(contentsOf: folder.appending(path: "evtx/README.md"), encoding: .utf8)
    else {
      print("no ../shared beside the package: the comparison with real logs is left out")
      return []
    }
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 3, cells[0].hasSuffix(".evtx"), let events = Int(cells[1]),
        let errors = Int(cells[2])
      else { return nil }
      return (cells[0], events, errors)
    }
  }()

  static let exports: [URL] = {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "xml/wevtutil"), includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }()

  static func read(_ url: URL) throws -> Reading {
    var reading = Reading()
    var reader = try EventLogReader(path: url.path, selection: .everything)
    while let step = try reader.next() {
      switch step {
      case .record(let record, let location):
        reading.records.append(record)
        reading.locations.append(location)
      case .skipped(let part): reading.skipped.append(part)
      }
    }
    reading.summary = reader.summary
    return reading
  }
}

@Suite struct EVTXSharedLogsTests {
  /// Damaged logs of which this reader takes more than the parser that made the table, which gives up
  /// a chunk at its first bad record, a file's last chunk when it is cut, and chunks without their magic.
  private static let richer = [
    "2-vss_0-Microsoft-Windows-RemoteDesktopServices-RdpCoreTS%4Operational.evtx": 1950,
    "2-vss_0-Microsoft-Windows-TerminalServices-RemoteConnectionManager%4Operational.evtx": 1795,
    "sample-with-zero-data-size-event.evtx": 449, "sample_with_a_bad_chunk_magic.evtx": 301,
    "System2.evtx": 283,
  ]

  @Test func `reads as many events as an independent parser, or more where it gives up`() throws {
    for (log, events, _) in SharedLogs.counts {
      let url = SharedLogs.folder.appending(path: "evtx/\(log)")
      let reading = try SharedLogs.read(url)
      let name = url.lastPathComponent
      #expect(reading.records.count == Self.richer[name] ?? events, "\(name)")
      #expect(reading.summary.ledger.bytes == UInt64(try Data(contentsOf: url).count), "\(name)")
    }
  }

  @Test func `gives every record its wevtutil export gives`() throws {
    for export in SharedLogs.exports {
      let wanted = try SharedLogs.read(export).records
      let log = export.deletingPathExtension().lastPathComponent
      let candidates = SharedLogs.counts.map(\.log).filter { ($0 as NSString).lastPathComponent == log }
      // Two projects have a System log of the same name; the exported one is the better match.
      let differing = try candidates.map { candidate in
        let records = try SharedLogs.read(SharedLogs.folder.appending(path: "evtx/\(candidate)")).records
        let byID = Dictionary(records.map { ($0.recordID, $0) }) { first, _ in first }
        return wanted.filter { record in
          byID[record.recordID].map { Self.comparable($0) == Self.comparable(record) } != true
        }
      }
      let best = differing.min { $0.count < $1.count }
      #expect(best?.count == 0, "\(log): \(best?.first.map { "\($0)" } ?? "")")
    }
  }

  /// A record without what these exports lost: they were made with times of six digits, and show values
  /// that Windows leaves out (elements that depend on a null value) as empty ones.
  private static func comparable(_ record: EventRecord) -> EventRecord {
    var record = record
    record.time = record.time.map { WindowsTime(ticks: $0.ticks / 10 * 10) }
    record.data = record.data.filter { !$0.value.isEmpty }.map { item in
      var item = item
      if item.value.count == 28, let time = WindowsTime(iso8601: item.value) {
        item.value = WindowsTime(ticks: time.ticks / 10 * 10).iso8601
      } else if item.value.count == 27, let time = WindowsTime(iso8601: item.value) {
        item.value = time.iso8601
      }
      return item
    }
    if record.binary?.isEmpty == true { record.binary = nil }
    return record
  }
}
