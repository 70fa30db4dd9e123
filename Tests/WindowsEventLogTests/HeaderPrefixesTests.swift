import Testing
import WindowsEventLog

/// Records whose beginnings are, or are nearly, those of records before.
struct HeaderPrefixesTests {
  private func record(
    _ id: String, provider: String = "P", level: String = "4", after: String = "", number: Int,
    computer: String = "H"
  ) -> String {
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='\(provider)'/>"
      + "<EventID>\(id)</EventID><Level>\(level)</Level>\(after)<TimeCreated SystemTime='2026-03-02T08:00:0\(number % 10)Z'/>"
      + "<EventRecordID>\(number)</EventRecordID><Channel>C</Channel><Computer>\(computer)</Computer></System>"
      + "<EventData><Data Name='a'>\(number)</Data></EventData></Event>"
  }

  private func expectSame(_ records: [String]) throws {
    let bytes = Array(records.joined(separator: "\n").utf8)
    var reference = ReaderOptions()
    reference.usesShortcuts = false
    let (fast, slow) = (try ReadLog(bytes), try ReadLog(bytes, options: reference))
    #expect(fast.records == slow.records)
    #expect(fast.records.count == records.count)
    // Alone, each record meets no beginning but its own.
    for (text, record) in zip(records, fast.records) {
      #expect(try ReadLog(Array(text.utf8)).records == [record])
    }
  }

  @Test func `values after a known beginning are each record's own`() throws {
    try expectSame((0..<40).map { record("4624", number: $0, computer: "H\($0)") })
  }

  @Test func `many beginnings in turn do not mix`() throws {
    let records = (0..<400).map { number in
      record(
        "\(4600 + number % 37)", provider: "P\(number % 3)", level: "\(number % 5)",
        after: number % 7 == 0 ? "<Keywords>0x\(number)</Keywords>" : "", number: number)
    }
    try expectSame(records)
  }

  @Test func `an element that comes again behind the beginning is not read twice`() throws {
    let odd = record("1", number: 3).replacing("</System>", with: "<Level>2</Level></System>")
    try expectSame([record("1", number: 1), record("1", number: 2), odd, record("1", number: 4)])
  }

  @Test func `a beginning longer than any that is kept is read each time`() throws {
    let long = String(repeating: "x", count: 400)
    try expectSame((0..<5).map { record("7", provider: long, after: "<Task>\($0)</Task>", number: $0) })
    let longer = String(repeating: "y", count: 1100)
    try expectSame((0..<5).map { record("7", provider: longer, number: $0) })
  }
}
