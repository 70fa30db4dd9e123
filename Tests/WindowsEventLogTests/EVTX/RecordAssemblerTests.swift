import Testing

@testable import WindowsEventLog

/// The one record of a log whose event carries this body.
private func record(_ body: BinXMLValueSpec) throws -> EventRecord? {
  let bytes = LogBuilder.log { EventTemplate.write(&$0, id: 7, body: body) }
  return try Reading(evtx: bytes).records.first
}

private func template(_ nodes: [BinXMLNode]) -> BinXMLTemplateSpec {
  BinXMLTemplateSpec(number: 0x7777_0001, nodes: nodes)
}

@Suite struct RecordAssemblerTests {
  @Test func `reads every System property`() throws {
    let read = try record(.null)
    let record = try #require(read)
    #expect(record.provider == EventTemplate.provider)
    #expect(record.providerGUID == "{13121110-1514-1716-1819-1a1b1c1d1e1f}")
    #expect(record.eventID == 131)
    #expect(record.qualifiers == nil)
    #expect(record.version == 0)
    #expect(record.level == 4)
    #expect(record.task == 4)
    #expect(record.opcode == 17)
    #expect(record.keywords == 0x4000_0000_0000_0000)
    #expect(record.time?.iso8601 == "2024-10-29T14:59:24.0387882Z")
    #expect(record.recordID == 7)
    #expect(record.activityID == "{03020100-0504-0706-0809-0a0b0c0d0e0f}")
    #expect(record.relatedActivityID == nil)
    #expect(record.processID == 332)
    #expect(record.threadID == 1340)
    #expect(record.channel == EventTemplate.channel)
    #expect(record.computer == EventTemplate.computer)
    #expect(record.userID == "S-1-5-20")
    #expect(record.container == EventRecord.Container.none)
  }

  @Test func `leaves out an element that depends on a null value`() throws {
    let body = template([
      .element(
        "EventData",
        [
          .element("Data", dependency: 0, attributes: [("Name", [.text("gone")])], [.optional(0)]),
          .element("Data", dependency: 1, attributes: [("Name", [.text("kept")])], [.optional(1)]),
          .element("Data", attributes: [("Name", [.text("empty")])], [.optional(0)]),
          .element("Binary", dependency: 0, [.optional(0, type: 14)]),
        ])
    ])
    let read = try record(.instance(body, [.null, .string("v")]))
    #expect(read?.data == [.init(name: "kept", value: "v"), .init(name: "empty", value: "")])
    #expect(read?.binary == nil)
  }

  @Test func `repeats an element for every item of an array`() throws {
    let body = template([
      .element(
        "EventData",
        [.element("Data", [.value(0, type: 0x81)]), .element("Binary", [.value(1, type: 14)])])
    ])
    let read = try record(
      .instance(body, [.bytes(type: 0x81, utf16("one\0\0three\0")), .bytes(type: 14, [0xCA, 0xFE])]))
    #expect(read?.data.map(\.value) == ["one", "", "three"])
    #expect(read?.binary == [0xCA, 0xFE])
  }

  @Test func `reads text, CDATA, references and values side by side`() throws {
    let body = template([
      .element(
        "EventData", attributes: [("Name", [.text("NAME")])],
        [
          .element(
            "Data",
            [.text("a"), .cdata("<b>"), .entity("amp"), .character(0x263A), .value(0), .entity("other")])
        ])
    ])
    let read = try record(.instance(body, [.uint32(9)]))
    #expect(read?.dataName == "NAME")
    #expect(read?.data == [.init(name: nil, value: "a<b>&☺9&other;")])
  }

  @Test func `reads user data with attributes, children and arrays`() throws {
    let body = template([
      .element(
        "UserData",
        [
          .element(
            "EventXML", attributes: [("xmlns:auto-ns2", [.text("u")]), ("p:id", [.value(0, type: 8)])],
            [
              .element("Event", [.value(1, type: 8)]), .element("Item", [.value(2, type: 0x81)]),
              .element("None", dependency: 3, [.optional(3)]), .element("Empty"),
            ])
        ])
    ])
    let read = try record(
      .instance(body, [.uint32(1), .uint32(3), .bytes(type: 0x81, utf16("x\0y\0")), .null]))
    #expect(read?.container == .userData)
    #expect(
      read?.userData
        == UserDataElement(
          name: "EventXML", attributes: [.init(name: "id", value: "1")],
          children: [
            UserDataElement(name: "Event", text: "3"), UserDataElement(name: "Item", text: "x"),
            UserDataElement(name: "Item", text: "y"), UserDataElement(name: "Empty"),
          ]))
  }

  @Test func `reads elements in a value that have no dependency identifier`() throws {
    let read = try record(
      .elements([
        .element(
          "EventData", [.element("Data", attributes: [("Name", [.text("n")])], [.text("v")])])
      ]))
    #expect(read?.data == [.init(name: "n", value: "v")])
  }

  @Test func `reads lost fields and a rendered message`() throws {
    let read = try record(
      .elements([
        .element("ProcessingErrorData", [.element("ErrorCode", [.text("15005")])]),
        .element(
          "RenderingInfo", attributes: [("Culture", [.text("en-US")])],
          [.element("Message", [.text("It failed.")])]),
      ]))
    #expect(read?.container == .processingErrorData)
    #expect(read?.processingError == [.init(name: "ErrorCode", value: "15005")])
    #expect(read?.rendering == .init(culture: "en-US", message: "It failed."))
  }

  @Test(arguments: [true, false])
  func `reads a record without a template`(withDependency: Bool) throws {
    let bytes = LogBuilder.log {
      $0.record(
        id: 1,
        elements: [
          .element(
            "Event",
            [
              .element(
                "System",
                [
                  .element("Provider", attributes: [("Name", [.text("P")])]),
                  .element("EventID", attributes: [("Qualifiers", [.text("49152")])], [.text("50")]),
                  .element("Channel", [.text(" C ")]), .element("Computer", [.text("H")]),
                ]), .element("EventData", [.element("Data", [.text("d")])]),
            ])
        ], withDependency: withDependency)
    }
    let record = try Reading(evtx: bytes).records.first
    #expect(record?.eventID == 50)
    #expect(record?.qualifiers == 49152)
    #expect(record?.channel == "C")
    #expect(record?.data == [.init(name: nil, value: "d")])
  }
}
