import Testing

@testable import WindowsEventLog

@Suite struct EVTXMutationTests {
  /// A short log with every kind of content, so that most bytes matter.
  static let log = LogBuilder.log { chunk in
    EventTemplate.write(&chunk, id: 1)
    EventTemplate.write(
      &chunk, id: 2,
      body: .elements([
        .element(
          "UserData", [.element("X", attributes: [("a", [.text("b")])], [.cdata("c"), .entity("lt")])])
      ]))
    EventTemplate.write(
      &chunk, id: 3,
      body: .instance(
        BinXMLTemplateSpec(
          number: 0x2222_9999,
          nodes: [
            .element(
              "EventData",
              [.element("Data", dependency: 0, [.optional(0, type: 0x81)]), .element("Binary", [.value(1)])])
          ]), [.bytes(type: 0x81, utf16("x\0y\0")), .bytes(type: 14, [1, 2])]))
    EventTemplate.write(&chunk, id: 4)
  }
  static let used = 4096 + 512 + 4000

  @Test(arguments: 0..<8)
  func `survives mutations and accounts for every one`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      var bytes = Self.log
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 4096..<Self.used, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes[place] = [0, 0x0C, 0x21, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        default:
          let other = Int.random(in: 4096..<Self.used - 16, using: &random)
          for index in 0..<8 where place + index < bytes.count { bytes[place + index] = bytes[other + index] }
        }
      }
      let reading = try Reading(evtx: bytes, recover: Bool.random(using: &random))
      let ledger = reading.summary.ledger
      #expect(ledger.bytes == UInt64(bytes.count))
      #expect(ledger.read == UInt64(reading.records.count))
      #expect(ledger.skipped == UInt64(reading.skipped.count))
      #expect(reading.records.count <= 16)
      let text = reading.records.reduce(0) { $0 + $1.data.reduce(0) { $0 + $1.value.utf8.count } }
      #expect(text <= EVTXLimits.textPerChunk)
    }
  }

  @Test func `survives every byte of a record being every marked value`() throws {
    let location = try Reading(evtx: Self.log).locations[2]
    for place in Int(location.offset)..<Int(location.offset + location.length) {
      for value: UInt8 in [0x00, 0x0C, 0x41, 0x7F, 0xFF] {
        var bytes = Self.log
        bytes[place] = value
        let reading = try Reading(evtx: bytes)
        #expect(reading.recordIDs.filter { $0 == 1 || $0 == 2 } == [1, 2])
      }
    }
  }

  @Test func `survives bytes of chance behind the magics`() throws {
    var random = SeededGenerator(seed: 99)
    for _ in 0..<50 {
      var bytes = (0..<70_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      bytes.replaceSubrange(0..<8, with: EVTXFileHeader.magic)
      bytes.replaceSubrange(4096..<4104, with: littleEndian(EVTXChunkHeader.magic))
      bytes.replaceSubrange(4608..<4616, with: [0x2A, 0x2A, 0, 0, 0, 1, 0, 0])
      let reading = try Reading(evtx: bytes, recover: true)
      #expect(reading.records.isEmpty)
      #expect(reading.skipped.count >= 1)
    }
  }
}
