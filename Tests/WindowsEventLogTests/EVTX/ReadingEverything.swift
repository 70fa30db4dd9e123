@testable import WindowsEventLog

/// All that reading some bytes gave.
struct Reading {
  var records: [EventRecord] = []
  var locations: [RecordLocation] = []
  var skipped: [SkippedRecord] = []
  var summary = SourceSummary()

  /// Nothing read yet.
  init() {}

  /// Reads bytes as a binary log, whatever they start with.
  init(evtx bytes: [UInt8], selection: RecordSelection = .everything, recover: Bool = false) throws {
    var reader = EVTXReader(
      source: MemoryByteSource(bytes), selection: selection, options: ReaderOptions(recover: recover))
    while let step = try reader.next() { add(step) }
    summary = reader.summary
  }

  /// Reads one slice of a file.
  init(path: String, slice: LogSlice) throws {
    var reader = try EventLogReader(path: path, slice: slice, selection: .everything)
    while let step = try reader.next() { add(step) }
    summary = reader.summary
  }

  private mutating func add(_ step: ReadStep) {
    switch step {
    case .record(let record, let location):
      records.append(record)
      locations.append(location)
    case .skipped(let part): skipped.append(part)
    }
  }

  var recordIDs: [UInt64] { records.compactMap(\.recordID) }
}
