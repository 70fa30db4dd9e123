import Testing

@testable import WindowsEventLog

@Suite struct EVTXReaderTests {
  static let sample = LogBuilder.sample(chunks: 3, recordsPerChunk: 20)
  static let ids = Array(UInt64(1)...60)

  @Test func `reads every record of an intact log and where it lies`() throws {
    let reading = try Reading(evtx: Self.sample)
    #expect(reading.recordIDs == Self.ids)
    #expect(reading.skipped.isEmpty)
    #expect(reading.summary.ledger == SourceLedger(bytes: UInt64(Self.sample.count), read: 60))
    #expect(reading.summary.description == SourceDescription(dialect: "evtx", encoding: "binary"))
    #expect(reading.locations[0].offset == 4096 + 512)
    for location in reading.locations {
      let start = Int(location.offset)
      #expect(Array(Self.sample[start..<start + 4]) == [0x2A, 0x2A, 0, 0])
      #expect(
        Array(Self.sample[start + 4..<start + 8]) == littleEndian(UInt32(location.length)))
    }
    #expect(
      reading.records[0].data
        == [.init(name: "ConnType", value: "TCP"), .init(name: "ClientIP", value: "192.0.2.7:50123")])
  }

  @Test func `covers every record, wanted or not`() throws {
    let selection = RecordSelection(providers: [EventTemplate.provider: .some([103])])
    let reading = try Reading(evtx: Self.sample, selection: selection)
    #expect(reading.recordIDs == Self.ids.filter { $0 % 3 == 0 })
    #expect(reading.summary.ledger.read == 60)
    let key = SourceCoverage.Key(computer: EventTemplate.computer, channel: EventTemplate.channel)
    let read = reading.summary.coverage.spans[key]
    let span = try #require(read)
    #expect(span.records == 60)
    #expect(span.recordIDs == [1...60])
    #expect(span.providers == [EventTemplate.provider])
    #expect(span.first.iso8601 == "2024-10-29T14:59:18.0387882Z")
    #expect(span.last.iso8601 == "2024-10-29T15:00:17.0387882Z")
  }

  @Test func `leaves out records whose deciding field no rule asks for`() throws {
    let values = ["TCP", "UDP", "3", "4", "0x5"]
    let bytes = LogBuilder.log { chunk in
      for (index, value) in values.enumerated() {
        EventTemplate.write(
          &chunk, id: UInt64(index + 1),
          body: .instance(EventTemplate.connection, [.string(value), .string("192.0.2.7:50123")]))
      }
    }
    let field = DecidingField(name: "ConnType", wanted: [3], supporting: [5])
    let selection = RecordSelection(
      providers: [EventTemplate.provider: .all], deciding: [EventTemplate.provider: [131: field]])
    let reading = try Reading(evtx: bytes, selection: selection)
    // What is no number is for the rules to judge.
    #expect(reading.recordIDs == [1, 2, 3, 5])
    #expect(reading.summary.ledger.read == 5)
  }

  @Test func `gives the records of a wanted channel`() throws {
    let selection = RecordSelection(providers: [:], channels: [EventTemplate.channel])
    #expect(try Reading(evtx: Self.sample, selection: selection).recordIDs == Self.ids)
    #expect(try Reading(evtx: Self.sample, selection: RecordSelection(providers: [:])).records.isEmpty)
  }

  @Test func `needs no file header`() throws {
    var zeroed = Self.sample
    for index in 0..<4096 { zeroed[index] = 0 }
    #expect(try Reading(evtx: zeroed).recordIDs == Self.ids)
    #expect(try Reading(evtx: Array(Self.sample[4096...])).recordIDs == Self.ids)
    #expect(try Reading(evtx: Array(Self.sample[1024...])).recordIDs == Self.ids)
  }

  @Test func `believes no chunk count`() throws {
    var bytes = Self.sample
    bytes[42] = 1
    #expect(try Reading(evtx: bytes).recordIDs == Self.ids)
  }

  @Test func `reads a chunk whose magic is broken, as repaired`() throws {
    var bytes = Self.sample
    bytes[4096 + 65_536] = 0
    let reading = try Reading(evtx: bytes)
    #expect(reading.recordIDs == Self.ids)
    #expect(reading.locations.map(\.repaired) == Self.ids.map { (21...40).contains($0) })
    #expect(reading.summary.ledger.repaired == 20)
  }

  @Test func `reads on under a bad checksum, as repaired`() throws {
    var bytes = Self.sample
    // The upper byte of a process id: nothing else notices.
    let place = try #require(
      Self.sample.indices.first { Self.sample[$0...].starts(with: littleEndian(UInt32(332))) })
    bytes[place + 3] = 1
    let reading = try Reading(evtx: bytes)
    #expect(reading.recordIDs == Self.ids)
    #expect(reading.records[0].processID == UInt32(0x0100_014C))
    #expect(reading.locations[0].repaired)
    #expect(!reading.locations[20].repaired)
  }

  @Test func `marks a wanted record under a bad checksum whatever else is wanted`() throws {
    var bytes = Self.sample
    bytes[4096 + 52] ^= 0xFF
    // The checksum over the head stands behind what it covers.
    let head = Array(bytes[4096..<4096 + 120]) + Array(bytes[4096 + 128..<4096 + 512])
    bytes.replaceSubrange(4096 + 124..<4096 + 128, with: littleEndian(checksum(head)))
    let whole = try Reading(evtx: bytes)
    let some = try Reading(
      evtx: bytes, selection: RecordSelection(providers: [EventTemplate.provider: .some([103])]))
    #expect(some.locations == whole.locations.enumerated().filter { ($0.offset + 1) % 3 == 0 }.map(\.element))
    #expect(some.locations.map(\.repaired) == (1...20).map { $0 <= 6 })
  }

  @Test func `gives up one chunk that is destroyed`() throws {
    var bytes = Self.sample
    for index in 4096 + 65_536..<4096 + 131_072 { bytes[index] = 0xEE }
    let reading = try Reading(evtx: bytes)
    #expect(reading.recordIDs == Self.ids.filter { !(21...40).contains($0) })
    #expect(reading.skipped == [SkippedRecord(offset: 69_632, length: 65_536, reason: .badChunk)])
  }

  @Test func `passes over chunks that were never used`() throws {
    let empty = [UInt8](repeating: 0, count: 65_536)
    let chunk = LogBuilder.chunk { EventTemplate.write(&$0, id: 5) }
    let reading = try Reading(evtx: LogBuilder.log([empty, chunk, empty]))
    #expect(reading.recordIDs == [5])
    #expect(reading.skipped.isEmpty)
  }

  @Test func `finds chunks that moved by sectors`() throws {
    var bytes = Self.sample
    bytes.insert(contentsOf: [UInt8](repeating: 0, count: 1536), at: 4096 + 65_536)
    let reading = try Reading(evtx: bytes)
    #expect(reading.recordIDs == Self.ids)
    #expect(reading.locations[20].offset == 4096 + 65_536 + 1536 + 512)
  }

  @Test(arguments: [0x00, 0xFF] as [UInt8])
  func `loses one record to a destroyed one`(filler: UInt8) throws {
    let intact = try Reading(evtx: Self.sample)
    for victim in [1, 7, 19] {
      let location = intact.locations[victim]
      var bytes = Self.sample
      for index in Int(location.offset)..<Int(location.offset + location.length) { bytes[index] = filler }
      let reading = try Reading(evtx: bytes)
      #expect(reading.recordIDs == Self.ids.filter { $0 != UInt64(victim + 1) })
      #expect(
        reading.skipped
          == [SkippedRecord(offset: location.offset, length: location.length, reason: .malformed)])
    }
  }

  @Test(arguments: [0, 8, 0x2000, 0xFFFF_FFFF] as [UInt32])
  func `finds its way after a wrong record size`(size: UInt32) throws {
    let location = try Reading(evtx: Self.sample).locations[5]
    var bytes = Self.sample
    bytes.replaceSubrange(Int(location.offset) + 4..<Int(location.offset) + 8, with: littleEndian(size))
    let reading = try Reading(evtx: bytes)
    #expect(reading.recordIDs.filter { $0 != 6 } == Self.ids.filter { $0 != 6 })
    #expect(reading.summary.ledger.found == 60)
  }

  @Test func `reads a record whose second size is wrong, as repaired`() throws {
    let location = try Reading(evtx: Self.sample).locations[5]
    var bytes = Self.sample
    bytes[Int(location.offset + location.length) - 1] = 9
    let reading = try Reading(evtx: bytes)
    #expect(reading.recordIDs == Self.ids)
    #expect(reading.locations[5].repaired)
  }

  @Test func `reads a file cut anywhere up to the cut`() throws {
    let intact = try Reading(evtx: Self.sample)
    for end in stride(from: 4097, to: Self.sample.count, by: 3989) {
      let reading = try Reading(evtx: Array(Self.sample[..<end]))
      let whole = intact.locations.filter { $0.offset + $0.length <= UInt64(end) }.count
      #expect(reading.recordIDs == Array(Self.ids.prefix(whole)))
      #expect(reading.skipped.count <= 1)
      let used = intact.locations.contains { $0.offset < UInt64(end) && $0.offset + $0.length > UInt64(end) }
      if used { #expect(reading.skipped.count == 1) }
    }
  }

  @Test func `recovers overwritten records only when asked, and marks them`() throws {
    var old = ChunkBuilder()
    for id: UInt64 in 1...5 { EventTemplate.write(&old, id: id) }
    // The chunk was used again for two records; three of the old ones are still behind them.
    var new = ChunkBuilder()
    for id: UInt64 in 101...102 { EventTemplate.write(&new, id: id) }
    let slack = Array(old.bytes[new.bytes.count...])
    let bytes = LogBuilder.log([new.finished(slack: slack)])
    let plain = try Reading(evtx: bytes)
    #expect(plain.recordIDs == [101, 102])
    let recovered = try Reading(evtx: bytes, recover: true)
    #expect(recovered.recordIDs == [101, 102, 3, 4, 5])
    #expect(recovered.locations.map(\.recovered) == [false, false, true, true, true])
    let spans = recovered.summary.coverage.spans.values
    #expect(spans.map(\.recordIDs) == [[101...102]])
  }

  @Test func `gives nothing after the end`() throws {
    var reader = EVTXReader(
      source: MemoryByteSource(Self.sample), selection: .everything, options: ReaderOptions())
    while try reader.next() != nil {}
    #expect(try reader.next() == nil)
    #expect(reader.summary.ledger.read == 60)
  }

  @Test func `reads a stream that comes in small pieces`() throws {
    struct Drip: ByteSource {
      var rest: ArraySlice<UInt8>
      mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventLogError) -> Int {
        let part = rest.prefix(min(buffer.count, 777))
        buffer.copyBytes(from: part)
        rest = rest.dropFirst(part.count)
        return part.count
      }
    }
    var reader = try EventLogReader(
      name: "drip", source: Drip(rest: Self.sample[...]), selection: .everything)
    var ids: [UInt64] = []
    while let step = try reader.next() {
      if case .record(let record, _) = step, let id = record.recordID { ids.append(id) }
    }
    #expect(ids == Self.ids)
  }

  @Test func `is chosen for a log without its header`() throws {
    for start in [0, 512, 4096] {
      var reader = try EventLogReader(
        name: "log", bytes: Array(Self.sample[start...]), selection: .everything)
      var count = 0
      while try reader.next() != nil { count += 1 }
      #expect(count == 60)
    }
  }
}
