import Foundation
import Testing
import WindowsEventLog

@testable import EventExport

@Suite struct JSONLinesRecordWriterTests {
  @Test func `writes every value in the documented shape`() {
    #expect(
      SampleRecords.written(SampleRecords.full, by: JSONLinesRecordWriter()) == """
        {"source":"logs/a \\"b\\".zip!/x.xml","offset":123,"provider":"Contoso & Sons' Provider",\
        "providerGuid":"{1139c61b-b549-4251-8ed3-27250a1edec8}","eventSourceName":"Contoso",\
        "eventID":226,"qualifiers":49152,"version":0,"level":3,"task":4,"opcode":17,\
        "keywords":"0x4000000000000000","channel":"Contoso/Operational",\
        "computer":"PC-7.contoso.example","recordID":812,"time":"2024-10-29T14:59:17.0387882Z",\
        "activityID":"{6b0e6c7a-0000-4000-8000-5a1d00000000}",\
        "relatedActivityID":"{6b0e6c7a-0000-4000-8000-5a1d00000001}","processID":332,\
        "threadID":1340,"userID":"S-1-5-20","container":"EventData","dataName":"RDPClient",\
        "data":[["Error Code","2147549183"],[null,"unnamed"],\
        ["Error Code","=<\\"two\\"\\r\\nlines>"]],"binary":"00AB",\
        "message":"-Something\\nfailed","culture":"en-US"}

        """)
  }

  @Test func `leaves absent values out`() {
    #expect(
      SampleRecords.written(SampleRecords.bare, by: JSONLinesRecordWriter())
        == "{\"source\":\"logs/a \\\"b\\\".zip!/x.xml\",\"offset\":123,\"provider\":\"EventLog\","
        + "\"eventID\":6005,\"channel\":\"\",\"computer\":\"\"}\n")
  }

  @Test func `writes user data as name, attributes and content`() {
    let line = SampleRecords.written(SampleRecords.userData, by: JSONLinesRecordWriter())
    #expect(
      line.contains(
        #""userData":["EventXML",{"id":"1","id#2":"2"},["mixed",["Event",{},["3"]],["Empty",{},[]]]]}"#))
  }

  @Test func `writes a processing error as an object`() {
    let line = SampleRecords.written(SampleRecords.processingError, by: JSONLinesRecordWriter())
    #expect(line.hasSuffix(#""processingError":{"ErrorCode":"15005","DataItemName":"shellId"}}"# + "\n"))
  }

  @Test func `marks a recovered record`() {
    let line = appended {
      JSONLinesRecordWriter().append(
        SampleRecords.bare, at: RecordLocation(offset: 5, length: 1, recovered: true), source: "s", to: &$0)
    }
    #expect(line.hasPrefix(#"{"source":"s","offset":5,"recovered":true,"#))
  }

  @Test func `writes lines that parse as JSON`() throws {
    for record in [
      SampleRecords.full, SampleRecords.bare, SampleRecords.userData, SampleRecords.processingError,
    ] {
      let line = SampleRecords.written(record, by: JSONLinesRecordWriter())
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["eventID"] as? Int == Int(record.eventID))
    }
  }
}
