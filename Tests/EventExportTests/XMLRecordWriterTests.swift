import Testing
import WindowsEventLog

@testable import EventExport

@Suite struct XMLRecordWriterTests {
  @Test func `writes a record as wevtutil does`() {
    #expect(
      SampleRecords.written(SampleRecords.full, by: XMLRecordWriter()) == """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
        <Provider Name='Contoso &amp; Sons&apos; Provider' \
        Guid='{1139c61b-b549-4251-8ed3-27250a1edec8}' EventSourceName='Contoso'/>\
        <EventID Qualifiers='49152'>226</EventID><Version>0</Version><Level>3</Level><Task>4</Task>\
        <Opcode>17</Opcode><Keywords>0x4000000000000000</Keywords>\
        <TimeCreated SystemTime='2024-10-29T14:59:17.0387882Z'/><EventRecordID>812</EventRecordID>\
        <Correlation ActivityID='{6b0e6c7a-0000-4000-8000-5a1d00000000}' \
        RelatedActivityID='{6b0e6c7a-0000-4000-8000-5a1d00000001}'/>\
        <Execution ProcessID='332' ThreadID='1340'/><Channel>Contoso/Operational</Channel>\
        <Computer>PC-7.contoso.example</Computer><Security UserID='S-1-5-20'/></System>\
        <EventData Name='RDPClient'><Data Name='Error Code'>2147549183</Data><Data>unnamed</Data>\
        <Data Name='Error Code'>=&lt;"two"&#13;&#10;lines&gt;</Data><Binary>00AB</Binary></EventData>\
        <RenderingInfo Culture='en-US'><Message>-Something&#10;failed</Message></RenderingInfo></Event>

        """)
  }

  @Test func `keeps attributes of one element apart`() {
    #expect(
      SampleRecords.written(SampleRecords.userData, by: XMLRecordWriter()).contains(
        "<UserData><EventXML id='1' id_2='2'>mixed<Event>3</Event><Empty></Empty></EventXML></UserData>"))
  }

  @Test func `writes lost fields in their own element`() {
    #expect(
      SampleRecords.written(SampleRecords.processingError, by: XMLRecordWriter()).contains(
        "</System><ProcessingErrorData><ErrorCode>15005</ErrorCode>"
          + "<DataItemName>shellId</DataItemName></ProcessingErrorData></Event>"))
  }

  @Test func `writes a root only where asked`() {
    let rooted = appended {
      XMLRecordWriter().appendHeader(to: &$0)
      XMLRecordWriter().appendFooter(to: &$0)
    }
    #expect(rooted == "<Events>\n</Events>\n")
    let rootless = appended {
      XMLRecordWriter(writesRoot: false).appendHeader(to: &$0)
      XMLRecordWriter(writesRoot: false).appendFooter(to: &$0)
    }
    #expect(rootless.isEmpty)
  }

  @Test func `keeps a record on one line`() {
    for record in [SampleRecords.full, SampleRecords.userData] {
      let text = SampleRecords.written(record, by: XMLRecordWriter())
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    }
  }
}
