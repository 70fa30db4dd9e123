import Testing
import WindowsEventLog

@testable import EventSignals

@Suite struct RecordFieldsTests {
  private func value(_ name: String, in record: EventRecord) throws -> String? {
    RecordFields(record).first(try #require(FieldName(name)))
  }

  @Test func `finds header, data, user data and unnamed values`() throws {
    var record = RuleMaking.record(["Error Code": "5"], unnamed: ["zero", "one"])
    record.rendering = .init(culture: "de-DE", message: "Die Verbindung wurde getrennt")
    record.userData = UserDataElement(
      name: "EventXML", attributes: [.init(name: "kind", value: "x")],
      children: [
        UserDataElement(name: "Param1", text: "alice"),
        UserDataElement(name: "Inner", attributes: [.init(name: "value", value: "80090016")]),
      ])
    #expect(try value("eventid", in: record) == "100")
    #expect(try value("Level", in: record) == "3")
    #expect(try value("Channel", in: record) == "Contoso/Operational")
    #expect(try value("computer", in: record) == "HOST1.contoso.example")
    #expect(try value("ErrorCode", in: record) == "5")
    #expect(try value("Data[1]", in: record) == "one")
    #expect(try value("Data[2]", in: record) == nil)
    #expect(try value("param1", in: record) == "alice")
    #expect(try value("value", in: record) == "80090016")
    #expect(try value("Message", in: record) == "Die Verbindung wurde getrennt")
    #expect(try value("EventRecordID", in: record) == "7")
  }

  @Test func `prefers the provider's own field to the header's`() throws {
    var record = RuleMaking.record(["Version": "TLS 1.2"])
    record.version = 0
    #expect(try value("Version", in: record) == "TLS 1.2")
    #expect(try value("Version", in: RuleMaking.record()) == nil)
  }

  @Test func `does not follow bottomless user data`() throws {
    var element = UserDataElement(name: "Leaf", text: "deep")
    for _ in 0..<500 { element = UserDataElement(name: "Level", children: [element]) }
    var record = RuleMaking.record()
    record.userData = element
    #expect(try value("Leaf", in: record) == nil)
  }

  @Test func `takes names apart from values only by letters that count`() {
    #expect(FieldName("") == nil)
    #expect(FieldName("   ") == nil)
    #expect(FieldName("Data[-1]") == nil)
    #expect(FieldName("Data[x]") == nil)
    #expect(FieldName(String(repeating: "x", count: 300)) == nil)
    #expect(FieldName("Error Code")?.agrees(with: "ERRORCODE") == true)
    #expect(FieldName("ErrorCode")?.agrees(with: "Error Code2") == false)
  }
}
