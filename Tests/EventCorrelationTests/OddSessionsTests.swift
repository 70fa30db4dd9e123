import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

/// Sessions, services and programs of which no event says that anything is wrong, and which are no chance.
struct OddSessionsTests {

  private func manage(
    _ scenario: inout Scenario, _ host: Scenario.Machine, _ rule: String, _ role: SignalRole,
    at moment: Double, user: String, session: String, peer: String = "LOCAL"
  ) {
    scenario.sessionManager(
      rule, role, on: host, at: moment, fields: [.session: session, .user: "CONTOSO\\" + user, .peer: peer])
  }

  private func questions(_ build: (inout Scenario, Scenario.Machine) -> Void) -> Int {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    build(&scenario, host)
    scenario.log("kernel-general-16", .context, on: host, at: 40_000)
    return scenario.correlated().episodes.filter(\.endsUnexplained).count
  }

  @Test(arguments: [([5.0, 6, 4], 1), ([5.0, 6], 0), ([5.0, 300, 4], 0)] as [([Double], Int)])
  func `sessions at the machine itself that go at once`(lengths: [Double], expected: Int) {
    let found = questions { scenario, host in
      for (number, length) in lengths.enumerated() {
        let start = Double(number) * 600
        manage(&scenario, host, "lsm-25", .sessionReconnected, at: start, user: "ann", session: "1")
        manage(&scenario, host, "lsm-24", .sessionDisconnected, at: start + length, user: "ann", session: "1")
      }
    }
    #expect(found == expected)
  }

  private static let waits: [([(String, Double)], Int)] = [
    ([("joe", 2), ("ann", 180), ("bob", 190)], 2), ([("joe", 2), ("ann", 180), ("ann", 190)], 0),
    ([("joe", 2), ("ann", 180), ("bob", 190), ("eve", 3)], 0), ([("ann", 180), ("bob", 190)], 0),
  ]

  @Test(arguments: 0..<4)
  func `desktops that take minutes`(number: Int) {
    let (waits, expected) = Self.waits[number]
    let found = questions { scenario, host in
      for (number, (user, wait)) in waits.enumerated() {
        let start = Double(number) * 900
        let session = "\(number + 2)"
        let peer = "10.1.0.\(number + 20)"
        manage(
          &scenario, host, "lsm-21", .sessionStarted, at: start, user: user, session: session, peer: peer)
        manage(
          &scenario, host, "lsm-22", .connectionProgress, at: start + wait, user: user, session: session,
          peer: peer)
      }
    }
    #expect(found == expected)
  }

  private static let delays: [([(String, Double)], Int)] = [
    ([("joe", 2), ("ann", 180), ("bob", 190), ("eve", 185)], 3),
    ([("joe", 2), ("ann", 180), ("bob", 190)], 0),
    ([("joe", 2), ("ann", 180), ("ann", 190), ("ann", 185)], 0),
    ([("joe", 2), ("ann", 180), ("bob", 190), ("eve", 185), ("joe", 3)], 0),
    ([("ann", 180), ("bob", 190), ("eve", 185)], 0),
  ]

  @Test(arguments: 0..<5)
  func `sessions that take minutes after the network logon`(number: Int) {
    let (delays, expected) = Self.delays[number]
    let found = questions { scenario, host in
      for (number, (user, delay)) in delays.enumerated() {
        let start = Double(number) * 900
        let peer = "10.1.0.\(number + 20)"
        let activity = scenario.activity()
        scenario.listener(
          "rdpcorets-131", .connectionAccepted, on: host, at: start, activity: activity, phase: .tcp,
          fields: [.transport: "TCP", .peer: peer + ":50001"])
        scenario.log(
          "rcm-1149", .connectionSecured, on: host, at: start + 1, proves: .sessionHost,
          fields: [.user: "CONTOSO\\" + user, .peer: peer])
        manage(
          &scenario, host, "lsm-21", .sessionStarted, at: start + 1 + delay, user: user,
          session: "\(number + 2)", peer: peer)
      }
    }
    #expect(found == expected)
  }

  @Test(arguments: [(2, true, 2), (1, true, 0), (2, false, 0)])
  func `new sessions beside one that nobody is in any more`(times: Int, tellsEnds: Bool, expected: Int) {
    let found = questions { scenario, host in
      for number in 0..<times {
        let start = Double(number) * 10_000
        manage(
          &scenario, host, "lsm-21", .sessionStarted, at: start, user: "ann", session: "\(2 + 2 * number)",
          peer: "10.1.0.20")
        manage(
          &scenario, host, "lsm-21", .sessionStarted, at: start + 1_500, user: "ann",
          session: "\(3 + 2 * number)", peer: "10.1.0.20")
        guard tellsEnds else { continue }
        manage(
          &scenario, host, "lsm-23", .sessionEnded, at: start + 4_000, user: "ann",
          session: "\(3 + 2 * number)", peer: "10.1.0.20")
      }
    }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      ([125.0, 130, 128], 3), ([125.0, 130], 0), ([125.0, 300, 128], 0), ([4000.0, 4010, 4005], 0),
    ] as [([Double], Int)])
  func `sessions that end by the clock`(lengths: [Double], expected: Int) {
    let found = questions { scenario, host in
      var start = 0.0
      for (number, length) in lengths.enumerated() {
        let session = "\(number + 2)"
        manage(
          &scenario, host, "lsm-21", .sessionStarted, at: start, user: "ann", session: session,
          peer: "10.1.0.20")
        manage(
          &scenario, host, "lsm-23", .sessionEnded, at: start + length, user: "ann", session: session,
          peer: "10.1.0.20")
        start += length + 200
      }
    }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      ([4000.0, 4010, 4005, 4001], 4), ([4000.0, 4010, 4005], 0), ([4000.0, 4200, 4005, 4001], 0),
      ([20_000.0, 20_010, 20_005, 20_001], 0),
    ] as [([Double], Int)])
  func `long sessions that are cut off by the clock`(lengths: [Double], expected: Int) {
    let found = questions { scenario, host in
      var start = 0.0
      for length in lengths {
        manage(
          &scenario, host, start == 0 ? "lsm-21" : "lsm-25",
          start == 0 ? .sessionStarted : .sessionReconnected,
          at: start, user: "ann", session: "2", peer: "10.1.0.20")
        manage(
          &scenario, host, "lsm-24", .sessionDisconnected, at: start + length, user: "ann", session: "2",
          peer: "10.1.0.20")
        start += length + 200
      }
    }
    #expect(found == expected)
  }

  @Test(arguments: [(3, "joe", 3), (2, "joe", 0), (3, "ann", 0)])
  func `sessions that end as somebody else's begins`(times: Int, other: String, expected: Int) {
    let found = questions { scenario, host in
      for number in 0..<times {
        let start = Double(number) * 5_000
        let session = "\(number + 2)"
        let length = 900 + Double(number) * 700
        manage(
          &scenario, host, "lsm-21", .sessionStarted, at: start, user: "ann", session: session,
          peer: "10.1.0.20")
        manage(
          &scenario, host, "lsm-21", .sessionStarted, at: start + length, user: other, session: "9\(number)")
        manage(
          &scenario, host, "lsm-24", .sessionDisconnected, at: start + length + 1, user: "ann",
          session: session, peer: "10.1.0.20")
      }
    }
    #expect(found == expected)
  }

  @Test(arguments: [(3, 2.0, 1), (2, 2.0, 0), (3, 60.0, 0)])
  func `services that stop as soon as they run`(times: Int, seconds: Double, expected: Int) {
    let found = questions { scenario, host in
      for number in 0..<times {
        let fields: SignalFields = [.service: "UmRdpService"]
        let start = Double(number) * 600
        scenario.log("scm-7036", .serviceStarted, on: host, at: start, fields: fields)
        scenario.log("scm-7036", .serviceStopped, on: host, at: start + seconds, fields: fields)
      }
    }
    #expect(found == expected)
  }

  /// What becomes of a desktop that crashes `times` after a logon `before` it.
  private func loop(_ times: Int, before: Double) -> Episode? {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    manage(
      &scenario, host, "lsm-21", .sessionStarted, at: -before, user: "ann", session: "2", peer: "10.1.0.20")
    for number in 0..<times {
      scenario.log(
        "app-1000", .context, on: host, at: Double(number) * 4, channel: "Application",
        provider: "Application Error", fields: [.process: "explorer.exe"])
    }
    return scenario.correlated().episodes.first { $0.kind == .hostCondition }
  }

  @Test func `a desktop that crashes in a circle`() throws {
    #expect(loop(2, before: 5) == nil)
    #expect(try #require(loop(3, before: 5)).outcome == .failed)
    let later = try #require(loop(3, before: 9000))
    #expect(later.outcome == .harmless)
    #expect(later.endsUnexplained)
  }

  @Test func `tries that got no session before a crash were not ended by it`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    manage(
      &scenario, host, "lsm-21", .sessionStarted, at: -9000, user: "ann", session: "2", peer: "10.1.0.20")
    manage(
      &scenario, host, "lsm-24", .sessionDisconnected, at: -100, user: "ann", session: "2",
      peer: "10.1.0.20")
    for start in [0.0, 110] {
      let activity = scenario.activity()
      scenario.listener(
        "rdpcorets-131", .connectionAccepted, on: host, at: start, activity: activity, phase: .tcp,
        fields: [.transport: "TCP", .peer: "10.1.0.20:50001"])
      scenario.listener(
        "rdpcorets-98", .connectionSecured, on: host, at: start + 0.6, activity: activity, phase: .license)
    }
    scenario.log("kernel-power-41", .hostCrashed, on: host, at: 900)
    let episodes = scenario.correlated().episodes
    #expect(!episodes.contains { $0.outcome == .lost || $0.kind == .hostCondition })
    #expect(episodes.filter(\.endsUnexplained).count == 2)
  }
}
