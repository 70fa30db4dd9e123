import Testing

@testable import WindowsEventLog

private func body(_ name: String, _ number: UInt32 = 0x3333_4444) -> BinXMLTemplateSpec {
  BinXMLTemplateSpec(
    number: number,
    nodes: [.element("EventData", [.element("Data", attributes: [("Name", [.text(name)])], [.value(0)])])])
}

@Suite struct BinXMLTemplatesTests {
  @Test func `knows a template again in another chunk at another place`() throws {
    let first = LogBuilder.chunk {
      EventTemplate.write(&$0, id: 1, body: .instance(body("a"), [.string("1")]))
    }
    let second = LogBuilder.chunk {
      // Another template in front moves this one, and the names it refers to.
      EventTemplate.write(&$0, id: 2, body: .instance(body("other", 0x3333_5555), [.string("2")]))
      EventTemplate.write(&$0, id: 3, body: .instance(body("a"), [.string("3")]))
    }
    let reading = try Reading(evtx: LogBuilder.log([first, second]))
    #expect(
      reading.records.map(\.data) == [
        [.init(name: "a", value: "1")], [.init(name: "other", value: "2")], [.init(name: "a", value: "3")],
      ])
  }

  @Test func `takes templates of one GUID and size for what they say`() throws {
    let chunks = ["one", "two", "one"].map { name in
      LogBuilder.chunk { EventTemplate.write(&$0, id: 1, body: .instance(body(name), [.string("v")])) }
    }
    let reading = try Reading(evtx: LogBuilder.log(chunks))
    #expect(reading.records.map { $0.data.first?.name } == ["one", "two", "one"])
  }

  @Test func `takes templates whose names differ elsewhere in the chunk for what they say`() throws {
    // Both chunks define the template behind a name it refers to; only that name differs.
    func chunk(_ element: String) -> [UInt8] {
      LogBuilder.chunk {
        EventTemplate.write(
          &$0, id: 1, body: .elements([.element("EventData", [.element(element, [.text("x")])])]))
        let template = BinXMLTemplateSpec(
          number: 0x3434_3434, nodes: [.element("EventData", [.element(element, [.value(0)])])])
        EventTemplate.write(&$0, id: 2, body: .instance(template, [.string("y")]))
      }
    }
    let reading = try Reading(evtx: LogBuilder.log([chunk("Alpha"), chunk("Gamma")]))
    #expect(reading.records.map { $0.data.first?.name } == ["Alpha", "Alpha", "Gamma", "Gamma"])
  }
}
