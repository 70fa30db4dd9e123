import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

/// Which clock of a site is taken as right.
struct ClockGaugeTests {
  private func offsets(_ site: CorrelatedSite) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: site.hosts.map { ($0.name, $0.clock.offset) })
  }

  @Test func `the clocks that agree are right and the host that serves them all is not`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: -18_000)
    for (number, ahead) in [0.3, -0.8, 7200.5].enumerated() {
      let pc = scenario.machine("PC-\(number)", address: "10.1.0.\(20 + number)", ahead: ahead)
      for start in [0.0, 63, 190] {
        scenario.connect(
          pc, to: host, at: Double(number) * 400 + start, user: "user\(number)",
          course: .refused(reason: 2055))
      }
    }
    let offsets = offsets(scenario.correlated())
    #expect(abs(try #require(offsets["PC-0"])) < 2)
    #expect(abs(try #require(offsets["PC-1"])) < 2)
    #expect(abs(try #require(offsets["TS-BIRCH"]) + 18_000) < 2)
    #expect(abs(try #require(offsets["PC-2"]) - 7200) < 3)
  }

  @Test func `of as many clocks that agree those of servers are right`() throws {
    var scenario = Scenario()
    let hosts = [0.0, 7].enumerated().map { number, ahead in
      scenario.machine("TS-\(number)", address: "10.1.0.\(number + 8)", ahead: ahead)
    }
    for (number, ahead) in [3600.4, 3598].enumerated() {
      let pc = scenario.machine("PC-\(number)", address: "10.1.0.\(20 + number)", ahead: ahead)
      for (turn, host) in hosts.enumerated() {
        for start in [0.0, 63, 190] {
          scenario.connect(
            pc, to: host, at: Double(number * 2 + turn) * 4000 + start, user: "user\(number)",
            course: .refused(reason: 2055))
        }
      }
    }
    let offsets = offsets(scenario.correlated())
    #expect(abs(try #require(offsets["TS-0"])) < 10)
    #expect(abs(try #require(offsets["PC-0"]) - 3600) < 10)
  }

  @Test func `of clocks that agree one that others are closest to is taken`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: -18_000)
    for (number, ahead) in [7.4, 0.3, -0.4].enumerated() {
      let pc = scenario.machine("PC-\(number)", address: "10.1.0.\(20 + number)", ahead: ahead)
      for start in [0.0, 63, 190] {
        scenario.connect(
          pc, to: host, at: Double(number) * 400 + start, user: "user\(number)",
          course: .refused(reason: 2055))
      }
    }
    let offsets = offsets(scenario.correlated())
    #expect(try #require(offsets["PC-0"]) > 5)
  }

  @Test func `where no two clocks agree the one in the middle is taken`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: -280)
    for (number, ahead) in [1.0, 40, 93].enumerated() {
      let pc = scenario.machine("PC-\(number)", address: "10.1.0.\(20 + number)", ahead: ahead)
      for start in [0.0, 63, 190] {
        scenario.connect(
          pc, to: host, at: Double(number) * 400 + start, user: "user\(number)",
          course: .refused(reason: 2055))
      }
    }
    let offsets = offsets(scenario.correlated())
    #expect(abs(try #require(offsets["TS-BIRCH"])) > 250)
  }

  @Test func `of two clocks the one that most was logged by is taken`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: 130)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: -4000, course: .works(seconds: 700))
    for start in [0.0, 45, 110] {
      scenario.connect(pc, to: host, at: start, course: .unanswered(reason: 516))
    }
    let offsets = offsets(scenario.correlated())
    #expect(offsets["PC-ALDER"] == 0)
    #expect(abs(try #require(offsets["TS-BIRCH"]) + 130) < 1)
  }

  @Test func `a controller's clock is right whatever others show`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: 50)
    let controller = scenario.machine("DC-OAK", address: "10.1.0.1")
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: 50.2)
    for start in [0.0, 41, 130] {
      scenario.connect(pc, to: host, at: start, course: .refused(reason: 2055))
      scenario.log(
        "security-4776", .authenticationFailed, on: controller, at: start + 2.08, channel: "Security",
        provider: "Microsoft-Windows-Security-Auditing", proves: .domainController,
        fields: [.user: "ann", .workstation: "PC-ALDER", .status: "0xc000006a"])
    }
    let offsets = offsets(scenario.correlated())
    #expect(offsets["DC-OAK"] == 0)
    #expect(abs(try #require(offsets["TS-BIRCH"]) - 50) < 1)
  }
}
