import Testing
import WindowsEventLog

/// Records that hold none of the texts that decide, left out before they are read.
struct DecidingTextsTests {
  private static let provider = "Service Control Manager"

  private func record(_ rest: String, python: Bool = false) -> String {
    let time =
      python
      ? "<TimeCreated SystemTime=\"2026-03-02 08:00:00\"/><Correlation ActivityID=\"\"/>"
      : "<TimeCreated SystemTime='2026-03-02T08:00:00Z'/>"
    return "<Event><System><Provider Name='\(Self.provider)'/><EventID>7036</EventID>\(time)"
      + "<Channel>System</Channel><Computer>RDS-1</Computer></System>\(rest)</Event>"
  }

  private func read(_ records: [String]) throws -> ReadLog {
    let texts = DecidingTexts(
      values: ["remote desktop services", "netlogon", "dépôt"], binaryStarts: ["5400e8"])
    return try ReadLog(
      Array(records.joined(separator: "\n").utf8),
      selection: RecordSelection(
        providers: [Self.provider: .some([7036])], decidingTexts: [Self.provider: [7036: texts]]))
  }

  @Test(arguments: [
    "<EventData><Data Name='param1'>Remote Desktop Services</Data></EventData>",
    "<EventData><Data>x</Data><Data>NETLOGON</Data></EventData>",
    "<EventData><Data>DÉPÔT</Data></EventData>",
    "<EventData><Data>x</Data><Binary>5400E800</Binary></EventData>",
    "<EventData><Data>x</Data><Binary>54 00E800</Binary></EventData>",
  ])
  func `a record that holds one is read`(_ rest: String) throws {
    #expect(try read([record(rest)]).records.count == 1)
  }

  @Test(arguments: [
    "", "<EventData/>", "<EventData></EventData>",
    "<EventData><Data Name='netlogon'>running</Data></EventData>",
    "<EventData><Data>Netlogon Helper</Data><Data></Data></EventData>",
    "<EventData><Data>x</Data><Binary>5300E80054</Binary></EventData>",
  ])
  func `a record that holds none is counted and left out`(_ rest: String) throws {
    let log = try read([record(rest)])
    // A record without data may have kept its values elsewhere.
    #expect(log.records.count == (rest.isEmpty ? 1 : 0))
    #expect(log.summary.ledger.read == 1)
  }

  @Test(arguments: [
    "<UserData><Change Service='Netlogon'/></UserData>",
    "<EventData><Data>Net&#108;ogon</Data></EventData>",
    "<EventData><Data><![CDATA[Netlogon]]></Data></EventData>",
    "<EventData><Data>Net<!-- -->logon</Data></EventData>",
    "<EventData><Data Name='a>b'>Netlogon</Data></EventData>",
    "<RenderingInfo Culture='en-US'><Message>Netlogon</Message></RenderingInfo><EventData/>",
    "<EventData><Data>x</Data></EventData><RenderingInfo><Message>Netlogon</Message></RenderingInfo>",
  ])
  func `a record of which that cannot be told is read`(_ rest: String) throws {
    #expect(try read([record(rest)]).records.count == 1)
  }

  @Test func `a binary part in Base64 cannot be told`() throws {
    let data = "<EventData><Data>x</Data><Binary>VADoAA==</Binary></EventData>"
    #expect(try read([record(data, python: true)]).records.map(\.binary) == [[0x54, 0, 0xE8, 0]])
  }

  @Test func `a text in a code page is found`() throws {
    let text = record("<EventData><Data>D#p#t</Data></EventData>")
    var letters: [UInt8] = [0xE9, 0xF4]
    let log = try ReadLog(
      text.utf8.map { $0 == UInt8(ascii: "#") ? letters.removeFirst() : $0 },
      selection: RecordSelection(
        providers: [Self.provider: .some([7036])],
        decidingTexts: [Self.provider: [7036: DecidingTexts(values: ["dépôt"])]]))
    #expect(log.records.map { $0.data.first?.value } == ["Dépôt"])
  }

  @Test func `what decides about other ids and providers changes nothing`() throws {
    let other = record("<EventData/>").replacing("7036", with: "7040")
    let selection = RecordSelection(
      providers: [Self.provider: .all], decidingTexts: [Self.provider: [7036: DecidingTexts(values: ["a"])]])
    let log = try ReadLog(Array((other + record("<EventData/>")).utf8), selection: selection)
    #expect(log.records.map(\.eventID) == [7040])
  }
}
