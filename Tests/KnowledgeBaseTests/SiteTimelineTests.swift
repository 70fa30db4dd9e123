import Diagnosis
import EventCorrelation
import EventSignals
import KnowledgeBase
import TestSupport
import Testing

/// Faults of all kinds as several machines tell of them, judged with the knowledge that is built in: nine
/// faults in seven tellings are sixty-three sites.
struct SiteTimelineTests {
  enum Fault: String, CaseIterable, Sendable {
    case key = "cert-private-key-acl"
    case cipher = "tls-no-common-cipher"
    case password = "auth-bad-credentials"
    case locked = "auth-account-locked"
    case right = "auth-no-rdp-right"
    case grace = "license-grace-expired"
    case drain = "drain-mode"
    case target = "gateway-target-unreachable"
    case crash = "termservice-crash"

    /// What the client is told.
    var reason: String {
      switch self {
      case .key, .cipher, .crash: "2308"
      case .password: "2055"
      case .locked: "3335"
      case .right: "4871"
      case .grace: "2056"
      case .drain: "3"
      case .target: "50331660"
      }
    }

    /// Whether somebody who gets in shows that it is over; the rest hit one user or one target.
    var isOverWhenOthersWork: Bool { self == .key || self == .cipher || self == .grace }

    /// Whether that alone names the cause.
    var isNamedByReason: Bool { self == .locked || self == .right }
  }

  enum Telling: CaseIterable, Sendable {
    case plain, clocksApart, retries, withoutSupport, amidNoise, clientOnly, healthyTwin
  }

  /// Read once: what is built in does not change from one telling to the next.
  private static let knowledge = Result { try KnowledgeBase.builtIn() }

  static let all = Fault.allCases.flatMap { fault in Telling.allCases.map { (fault, $0) } }

  @Test(arguments: all)
  func `a fault keeps its name however it is told`(fault: Fault, telling: Telling) throws {
    let knowledge = try Self.knowledge.get()
    var site = Site(knowledge, telling)
    let attempts = telling == .retries ? 6 : 2
    site.work(at: -3000, onHostToo: telling != .clientOnly)
    if telling == .healthyTwin {
      // The event without the failure: once, and people work before and after it.
      site.faultAlone(fault, at: 0)
      for start in [200.0, 2400] { site.work(at: start) }
    } else {
      for attempt in 0..<attempts { site.attempt(fault, at: Double(attempt) * 41, telling) }
    }
    let incidents = Diagnoser(causes: knowledge.causes, origins: knowledge.origins)
      .diagnose(site.scenario.correlated())
    let diagnosed = incidents.filter { $0.verdict == .diagnosed }
    let told = incidents.map { "\($0.verdict) \($0.hypotheses.first?.cause ?? "-")" }
    switch telling {
    case .healthyTwin:
      #expect(diagnosed.allSatisfy { $0.hypotheses.first?.cause == fault.rawValue }, "\(told)")
      #expect(diagnosed.isEmpty || !fault.isOverWhenOthersWork, "\(told)")
    case .clientOnly where !fault.isNamedByReason:
      #expect(!incidents.isEmpty)
      #expect(diagnosed.isEmpty, "\(told)")
      #expect(incidents.allSatisfy { !$0.collectNext.isEmpty })
    default:
      #expect(Set(diagnosed.map { $0.hypotheses.first?.cause ?? "" }) == [fault.rawValue], "\(told)")
    }
  }
}

extension SiteTimelineTests {
  /// A client, a session host, a gateway and a domain controller.
  struct Site {
    var scenario = Scenario()
    private let rules: [String: SignalRule]
    private let client: Scenario.Machine
    private let host: Scenario.Machine
    private let gateway: Scenario.Machine
    private let controller: Scenario.Machine

    init(_ knowledge: KnowledgeBase, _ telling: Telling) {
      rules = Dictionary(knowledge.signals.map { ($0.name, $0) }) { one, _ in one }
      let apart = telling == .clocksApart
      client = scenario.machine("PC-ALDER.contoso.com", address: "10.1.0.5", ahead: apart ? -70 : 0)
      host = scenario.machine("TS-BIRCH.contoso.com", address: "10.1.0.9", ahead: apart ? 312.4 : 0)
      gateway = scenario.machine("GW-ELM.contoso.com", address: "10.1.0.3", ahead: apart ? 21 : 0)
      controller = scenario.machine("DC-CEDAR.contoso.com", address: "10.1.0.2", ahead: apart ? 40 : 0)
      guard telling == .amidNoise else { return }
      for number in 0..<4000 {
        let machine = [client, host, gateway, controller][number % 4]
        scenario.log("kernel-general-16", .context, on: machine, at: Double(number) * 2 - 4000)
      }
    }

    mutating func work(at start: Double, onHostToo: Bool = true) {
      scenario.connect(client, to: host, at: start, course: .works(seconds: 120), serverLogs: onHostToo)
    }

    /// What decides it, on the machine that logs it, without an attempt around it.
    mutating func faultAlone(_ fault: Fault, at moment: Double) {
      decide(fault, at: moment, activity: scenario.activity())
    }

    mutating func attempt(_ fault: Fault, at start: Double, _ telling: Telling) {
      if fault == .crash {
        scenario.connect(
          client, to: host, at: start, course: .lost(seconds: 12, reason: 2308),
          serverLogs: telling != .clientOnly)
        if telling != .clientOnly { decide(fault, at: start + 11.9, activity: nil) }
        return
      }
      let length = fault == .target ? 21.0 : 3.0
      let activity = scenario.activity()
      write(
        "client-1024", on: client, at: start, activity: activity,
        [.target: fault == .target ? "ts-fir.contoso.com" : "ts-birch.contoso.com"])
      if telling != .clientOnly {
        serverSide(fault, at: start, length: length, support: telling != .withoutSupport)
      }
      write("client-1026", on: client, at: start + length, activity: activity, [.reason: fault.reason])
    }

    private mutating func serverSide(_ fault: Fault, at start: Double, length: Double, support: Bool) {
      if fault == .target {
        let fields: SignalFields = [
          .user: "CONTOSO\\ann", .peer: "10.1.0.5", .target: "ts-fir.contoso.com",
        ]
        write("gateway-200", on: gateway, at: start + 0.4, fields)
        write("gateway-300", on: gateway, at: start + 0.6, fields)
        decide(fault, at: start + length - 0.3, activity: nil)
        return
      }
      let activity = scenario.activity()
      write(
        "rdpcorets-131", on: host, at: start + 0.05, activity: activity,
        [.transport: "TCP", .peer: "10.1.0.5:\(scenario.port())"])
      if fault == .right || fault == .grace || fault == .drain {
        write("rdpcorets-98", on: host, at: start + 1, activity: activity)
        write("rcm-1149", on: host, at: start + 1.1, [.user: "ann", .domain: "CONTOSO", .peer: "10.1.0.5"])
      }
      decide(fault, at: start + 1.6, activity: activity)
      if support {
        write("rdpcorets-143", on: host, at: start + length - 0.2, activity: activity, [.error: "64"])
      }
      write("rdpcorets-103", on: host, at: start + length - 0.1, activity: activity, [.reason: "14"])
    }

    private mutating func decide(_ fault: Fault, at moment: Double, activity: String?) {
      let refused: SignalFields = [.user: "ann", .peer: "10.1.0.5", .logonType: "3"]
      switch fault {
      case .key:
        write("schannel-36870", on: host, at: moment, [.error: "0x8009030d", .side: "server"])
      case .cipher:
        write("schannel-36874", on: host, at: moment, [.protocol: "TLS 1.2"])
        write("schannel-36888-handshake", on: host, at: moment + 0.01, [.alert: "40"])
      case .password:
        write("security-4625-bad-password", on: host, at: moment, refused)
      case .locked:
        write("security-4625-account-locked", on: host, at: moment, refused)
        write(
          "security-4776-account-locked", on: controller, at: moment - 0.05,
          [.user: "ann", .workstation: "PC-ALDER"])
      case .right:
        write("security-4825", on: host, at: moment, [.user: "ann", .peer: "10.1.0.5"])
      case .grace:
        write("rcm-50280", on: host, at: moment)
      case .drain:
        write("rcm-1070", on: host, at: moment, [.user: "ann"])
      case .target:
        write(
          "gateway-304", on: gateway, at: moment,
          [.user: "CONTOSO\\ann", .peer: "10.1.0.5", .target: "ts-fir.contoso.com", .error: "23005"])
      case .crash:
        write("scm-7031-termservice", on: host, at: moment, [.service: "Remote Desktop Services"])
      }
    }

    /// A signal as our rule of that name makes it.
    private mutating func write(
      _ name: String, on machine: Scenario.Machine, at moment: Double, activity: String? = nil,
      _ fields: SignalFields = [:]
    ) {
      guard let rule = rules[name] else {
        Issue.record("no rule \(name)")
        return
      }
      let meaning = rule.meaning
      scenario.log(
        name, meaning.role, on: machine, at: moment, channel: meaning.channel ?? "System",
        provider: meaning.channel == "Security" ? "Microsoft-Windows-Security-Auditing" : meaning.channel,
        activity: activity, proves: meaning.proves, phase: meaning.phase, alone: meaning.standsAlone,
        fields: fields)
    }
  }
}
