import Testing
import WindowsEventLog

/// JSON records left out before they are read, by what their data holds.
struct JSONBodySearchTests {
  private static let provider = "Service Control Manager"

  private func record(_ rest: String) -> String {
    ##"{"Event":{"System":{"Provider":{"#attributes":{"Name":"Service Control Manager"}},"EventID":7036,"##
      + ##""TimeCreated":{"#attributes":{"SystemTime":"2026-03-02T08:00:00Z"}},"Channel":"System"},\##(rest)}}"##
  }

  private func read(_ rest: String) throws -> ReadLog {
    let texts = DecidingTexts(values: ["netlogon", "dépôt", "5"], binaryStarts: ["5400e8"])
    return try ReadLog(
      Array(record(rest).utf8),
      selection: RecordSelection(
        providers: [Self.provider: .some([7036])], decidingTexts: [Self.provider: [7036: texts]]))
  }

  @Test(arguments: [
    ##""EventData":{"param1":"NETLOGON"}"##, ##""EventData":{"Data":{"#text":["x","Netlogon"]}}"##,
    ##""EventData":{"Data":[{"#attributes":{"Name":"a"},"#text":"Netlogon"}]}"##, ##""EventData":{"a":5}"##,
    ##""EventData":{"a":"DÉPÔT"}"##, ##""EventData":{"Binary":"5400E80054"}"##,
    ##""UserData":{"A":{"#attributes":{"Name":"Netlogon"}}}"##,
    ##""EventData":null,"RenderingInfo":{"Message":"netlogon"}"##,
  ])
  func `a record that holds one is read`(rest: String) throws {
    #expect(try read(rest).records.count == 1)
  }

  @Test(arguments: [
    ##""EventData":{"a":"\u004eetlogon"}"##, ##""EventData":{"a":["x","y"]}"##,
    ##""EventData":{"a":"x\/y"}"##,
  ])
  func `a record of which that cannot be told is read`(rest: String) throws {
    #expect(try read(rest).records.count == 1)
  }

  @Test(arguments: [
    ##""EventData":{"netlogon":"running"}"##, ##""EventData":{"a":"Netlogon Helper","b":""}"##,
    ##""EventData":{"a":"C:\\Windows\\netlogon","b":true,"c":51}"##, ##""EventData":null"##,
    ##""EventData":{"Data":{"#text":["x","y"]},"Binary":"5300E80054"}"##,
  ])
  func `a record that holds none is counted and left out`(rest: String) throws {
    let log = try read(rest)
    #expect(log.records.isEmpty)
    #expect(log.summary.ledger.read == 1)
  }

  private func byField(_ rest: String, defers: Bool = true) throws -> ReadLog {
    let field = DecidingField(name: "LogonType", wanted: [10], supporting: [3])
    var selection = RecordSelection(
      providers: [Self.provider: .some([7036])], deciding: [Self.provider: [7036: field]])
    selection.defersSupporting = defers
    return try ReadLog(Array(record(rest).utf8), selection: selection)
  }

  @Test(
    arguments: [
      (##""LogonType":10"##, 1, 0), (##""LogonType": "0xa""##, 1, 0), (##""LogonType":5"##, 0, 0),
      (##""LogonType":"3""##, 0, 1), (##""LogonType":"%%3""##, 1, 0), (##""logontype":5"##, 1, 0),
      (##""a":"LogonType","b":5"##, 1, 0), (##""LogonType":null"##, 1, 0),
      (##""a":"x\"LogonType\":5""##, 1, 0),
    ] as [(String, Int, Int)])
  func `the number of a field decides`(data: String, read: Int, left: Int) throws {
    let log = try byField(##""EventData":{"x":1,\##(data)}"##)
    #expect(log.records.count == read)
    #expect(log.supporting.count == left)
    #expect(log.summary.ledger.read == 1)
  }

  @Test func `a record left for later lies where it says`() throws {
    let data = ##""EventData":{"LogonType":3}"##
    let place = try #require(try byField(data).supporting.first)
    #expect(place.offset == 0 && place.end == UInt64(record(data).utf8.count))
    #expect(place.times.lowerBound.iso8601 == "2026-03-02T08:00:00.0000000Z")
    #expect(try byField(data, defers: false).records.count == 1)
  }
}
