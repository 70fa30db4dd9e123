import Testing

@testable import IncidentReport

/// Machine names in the little room beside a lane.
@Suite struct LaneNamesTests {
  @Test func `the first label does where it is the only one of its kind`() {
    let names = LaneNames(["srv.a.example", "pc.a.example", "10.0.0.5", "PC.b.example"])
    #expect(names.short(of: "srv.a.example") == "srv")
    #expect(names.short(of: "pc.a.example") == "pc.a.example")
    #expect(names.short(of: "10.0.0.5") == "10.0.0.5")
  }

  @Test func `no name is longer than its room`() {
    let names = [
      "a-very-long-name-of-a-machine-in-a-rack.example", String(repeating: "x", count: 10_000), "", ".",
    ]
    for name in names { #expect(LaneNames(names).short(of: name).count <= 20) }
  }
}
