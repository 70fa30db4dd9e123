import Testing

@testable import WindowsEventLog

/// Headers of JSON records read in place, against the same records read whole.
struct JSONHeaderScannerTests {
  private static let nothing = RecordSelection(providers: [:])

  private func summary(_ bytes: [UInt8], usesShortcuts: Bool) throws -> SourceSummary {
    var options = ReaderOptions()
    options.usesShortcuts = usesShortcuts
    return try ReadLog(bytes, selection: Self.nothing, options: options).summary
  }

  private func header(_ text: String) -> JSONHeader? {
    var bytes = Array(text.utf8)
    let count = bytes.count
    bytes += Array(repeating: 0, count: TextPadding.bytes)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap {
        JSONHeaderScanner.header(
          of: ByteRange(start: 0, count: count), in: PaddedText(base: $0, count: count))
      }
    }
  }

  private static func event(_ system: String) -> String {
    ##"{"Event":{"#attributes":{"xmlns":"x"},"System":{\##(system)},"EventData":{"Name":"x"}}}"##
  }

  @Test(arguments: ["evtx_dump.json", "evtx_dump.jsonl", "EvtxECmd.json"])
  func `a log that nobody wants counts as it does read whole`(name: String) throws {
    let bytes = try LogFixtures.bytes("dialects/" + name)
    let quick = try summary(bytes, usesShortcuts: true)
    #expect(quick == (try summary(bytes, usesShortcuts: false)))
    #expect(quick.ledger.read > 0 && !quick.coverage.spans.isEmpty)
  }

  @Test(arguments: [
    event(##""Provider":{"#attributes":{"Name":"P","EventSourceName":"S"}},"EventID":7"##),
    event(##""EventID":{"#text":7,"#attributes":{"Qualifiers":16384}},"Channel":"C","Computer":"H""##),
    event(##" "EventID" : "0x7" , "Keywords":"0x80" ,"EventRecordID": null, "Channel":null "##),
    ##"{"Computer":"H","EventId":"7","Payload":"{\"a\":1}","Provider":"P"}"##,
  ])
  func `what is written plainly is read in place`(text: String) throws {
    #expect(header(text)?.eventID == 7)
    let bytes = Array(text.utf8)
    #expect(try summary(bytes, usesShortcuts: true) == summary(bytes, usesShortcuts: false))
  }

  @Test(arguments: [
    "{}", ##"{"a":1}"##, ##"{"Event":7}"##, event(""), event(##""EventID":"x""##),
    event(##""EventID":4294967296"##), event(##""EventID":7,"EventID":8"##),
    event(##""EventID":7,"Channel":" C""##), event(##""EventID":7,"Channel":"a\nb""##),
    event(##""EventID":7,"Computer":"é""##), event(##""EventID":7,"Provider_attributes":{"Name":"P"}"##),
    event(##""EventID":7,"EventRecordID":"x""##), event(##""EventID":7,"Provider":{"Name":"P"}"##),
    event(##""EventID":7,"Task":tru"##), event(##""EventID":7 "Task":1"##), event(##""EventID":7,"##),
    event(##""EventID":7,"Task":["a"}"##), ##"{"EventId":7,"System":{"EventID":8}}"##,
    ##"{"EventId":7,"Event":{"System":{"EventID":8,"EventID":9}}}"##, ##"{"EventId":7"##,
  ])
  func `what is not is left to who reads it whole`(text: String) {
    #expect(header(text) == nil)
  }

  @Test func `changed at any byte it never gives another header`() throws {
    let text = Self.event(
      ##""Provider":{"#attributes":{"Name":"P"}},"EventID":7,"EventRecordID":12,"Channel":"C","Computer":"H""##
    )
    let original = Array(text.utf8)
    for index in original.indices {
      for byte in ##"\"{}[],: 70xé"##.utf8 where byte != original[index] {
        var bytes = original
        bytes[index] = byte
        let quick = try? summary(bytes, usesShortcuts: true)
        let whole = try? summary(bytes, usesShortcuts: false)
        // Damage behind the header is not looked for in a record that nobody wants.
        guard let quick, let whole, whole.ledger.read == 1 else { continue }
        #expect(quick.coverage == whole.coverage && quick.ledger.read == 1, "byte \(index) as \(byte)")
      }
    }
  }
}
