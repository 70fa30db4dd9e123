import Testing
import WindowsEventLog

/// Records whose System ends, or nearly ends, as that of a record before.
struct HeaderEndingsTests {
  private func record(_ number: Int, ending: String, before: String = "") -> String {
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='P'/>"
      + "<EventID>7</EventID><TimeCreated SystemTime='2026-03-02T08:00:0\(number % 10)Z'/>\(before)"
      + "<EventRecordID>\(number)</EventRecordID>\(ending)</System>"
      + "<EventData><Data Name='a'>\(number)</Data></EventData></Event>"
  }

  private func expectSame(_ records: [String]) throws {
    var reference = ReaderOptions()
    reference.usesShortcuts = false
    let bytes = Array(records.joined(separator: "\n").utf8)
    let (fast, slow) = (try ReadLog(bytes), try ReadLog(bytes, options: reference))
    #expect(fast.records == slow.records)
    #expect(fast.records.count == records.count)
    // Alone, each record meets no end but its own.
    for (text, record) in zip(records, fast.records) {
      #expect(try ReadLog(Array(text.utf8)).records == [record])
    }
  }

  @Test func `channels, computers and users in turn do not mix`() throws {
    try expectSame(
      (0..<300).map { number in
        record(
          number,
          ending: "<Channel>Microsoft-Windows-C\(number % 3)/Operational</Channel>"
            + "<Computer>H\(number % 23)</Computer>"
            + (number % 5 == 0 ? "<Security/>" : "<Security UserID='S-1-5-\(number % 7)'/>"))
      })
  }

  @Test func `an element that came before is not taken from an end`() throws {
    let ending = "<Channel>C</Channel><Computer>H</Computer><Security/>"
    try expectSame([
      record(1, ending: ending), record(2, ending: ending),
      record(3, ending: "<Channel>C</Channel><Security/>", before: "<Computer>G</Computer>"),
      record(4, ending: ending), record(5, ending: "<Channel>C</Channel>"),
      record(6, ending: ending + "<Correlation/>"), record(7, ending: ending + "<Correlation/>"),
      record(8, ending: "<Channel/><Computer>H</Computer>"), record(9, ending: ending),
    ])
  }

  @Test func `a second channel behind a known end is seen`() throws {
    let ending = "<Channel>C</Channel><Computer>H</Computer>"
    try expectSame([
      record(1, ending: ending), record(2, ending: ending, before: "<Channel>D</Channel>"),
      record(3, ending: ending),
    ])
  }

  @Test func `an end longer than any that is kept is read each time`() throws {
    let long = String(repeating: "x", count: 600)
    try expectSame((0..<4).map { record($0, ending: "<Channel>\(long)</Channel><Computer>H</Computer>") })
  }

  @Test func `an empty user is written out by one dialect only`() throws {
    let ending = "<Channel>C</Channel><Computer>H</Computer>"
    try expectSame([
      record(1, ending: ending + "<Security UserID=''/>"),
      record(2, ending: ending + "<Security UserID=''/>"),
      record(3, ending: ending + "<Security/>"),
    ])
  }
}
