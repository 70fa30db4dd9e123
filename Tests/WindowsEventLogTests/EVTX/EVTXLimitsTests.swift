import Testing

@testable import WindowsEventLog

private func nested(_ depth: Int) -> BinXMLNode {
  depth == 0 ? .text("x") : .element("E", [nested(depth - 1)])
}

private func skipReasons(_ bytes: [UInt8]) throws -> [SkippedRecord.Reason] {
  try Reading(evtx: bytes).skipped.map(\.reason)
}

@Suite struct EVTXLimitsTests {
  @Test func `refuses elements nested too deep`() throws {
    let bytes = LogBuilder.log {
      EventTemplate.write(
        &$0, id: 1, body: .elements([.element("UserData", [nested(EVTXLimits.elementDepth + 1)])]))
      EventTemplate.write(&$0, id: 2, body: .elements([.element("UserData", [nested(20)])]))
    }
    let reading = try Reading(evtx: bytes)
    #expect(reading.recordIDs == [2])
    #expect(reading.skipped.map(\.reason) == [.tooDeep])
  }

  @Test func `refuses values nested too deep`() throws {
    var body = BinXMLValueSpec.elements([.element("EventData", [.element("Data", [.text("x")])])])
    for level in 0..<UInt32(EVTXLimits.fragmentDepth + 2) {
      body = .instance(
        BinXMLTemplateSpec(number: 0x5000_0000 + level, nodes: [.optional(0, type: 33)]), [body])
    }
    let bytes = LogBuilder.log { EventTemplate.write(&$0, id: 1, body: body) }
    #expect(try skipReasons(bytes) == [.tooDeep])
  }

  @Test func `refuses a template that holds an instance`() throws {
    // An instance inside a definition could be one of the definition itself.
    let template = BinXMLTemplateSpec(
      number: 0x5151_5151,
      nodes: [.element("EventData", [.raw([0x0C, 1] + littleEndian(UInt32(0x5151_5151)) + [0, 0, 0, 0])])])
    let bytes = LogBuilder.log { EventTemplate.write(&$0, id: 1, body: .instance(template, [])) }
    #expect(try skipReasons(bytes) == [.badTemplate])
  }

  @Test func `refuses a value that refers to itself`() throws {
    // The value of type BinXml reaches over the whole record, its own descriptor included.
    var bytes = LogBuilder.log { EventTemplate.write(&$0, id: 1) }
    let start = try Reading(evtx: bytes).locations[0]
    let range = Int(start.offset)..<Int(start.offset + start.length)
    for index in range.dropLast(4) where bytes[index] == 0x21 && bytes[index + 1] == 0 {
      bytes[index - 1] = 0xFF
      bytes[index - 2] = 0xFF
    }
    #expect(try Reading(evtx: bytes).records.isEmpty)
  }

  @Test func `refuses a record that expands beyond its limit`() throws {
    // A thousand elements that each show the same large value.
    let nodes = [BinXMLNode](repeating: .element("Data", [.value(0)]), count: 1000)
    let template = BinXMLTemplateSpec(number: 0x6161_6161, nodes: [.element("EventData", nodes)])
    let large = BinXMLValueSpec.string(String(repeating: "x", count: 8000))
    let bytes = LogBuilder.log { EventTemplate.write(&$0, id: 1, body: .instance(template, [large])) }
    #expect(try skipReasons(bytes) == [.tooLarge])
  }

  @Test func `refuses a record of too many items`() throws {
    let template = BinXMLTemplateSpec(
      number: 0x6262_6262, nodes: [.element("EventData", [.element("Data", [.value(0, type: 0x84)])])])
    let row = BinXMLValueSpec.bytes(
      type: 0x84, [UInt8](repeating: 1, count: EVTXLimits.itemsPerRecord + 1))
    let bytes = LogBuilder.log { EventTemplate.write(&$0, id: 1, body: .instance(template, [row])) }
    #expect(try skipReasons(bytes) == [.tooManyFields])
  }

  @Test func `skips records whose template is another one or out of the chunk`() throws {
    let intact = LogBuilder.log { chunk in
      for id: UInt64 in 1...3 { EventTemplate.write(&chunk, id: id) }
    }
    let second = Int(try Reading(evtx: intact).locations[1].offset)
    // Behind the head and the fragment header: token, version, identifier, offset of the definition.
    for (place, value) in [(30, 0xDEAD_BEEF), (34, 0xFFFF_FFF0), (34, 0x0001_0000), (34, 0x0000_FFF8)] {
      var bytes = intact
      bytes.replaceSubrange(second + place..<second + place + 4, with: littleEndian(UInt32(value)))
      let reading = try Reading(evtx: bytes)
      #expect(reading.recordIDs == [1, 3])
      #expect(reading.skipped.map(\.reason) == [.badTemplate])
    }
  }
}
