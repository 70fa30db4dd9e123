public import EventCorrelation
public import EventSignals
public import WindowsEventLog

/// Builds the signals of a site machine by machine, for tests of correlation and diagnosis.
///
/// Times are seconds on the true clock; each machine logs them by its own. Ids of rules are those of our
/// knowledge, names and addresses are invented.
public struct Scenario {
  /// A machine of the site.
  public struct Machine: Hashable, Sendable {
    public let name: String
    public let address: String
    let number: Int
  }

  /// When the true clock shows 0.
  public static let origin = WindowsTime(ticks: 134_000_000_000_000_000)

  public private(set) var signals: [Signal] = []
  /// Seconds each machine's clock is ahead.
  private var ahead: [Double] = []
  private var machines: [Machine] = []
  private var nextRecord: [String: UInt64] = [:]
  private var nextActivity = 1
  private var nextPort = 50_000
  private var nextSession = 2

  public init() {}

  /// Adds a machine whose clock is ahead of the true one by some seconds.
  public mutating func machine(_ name: String, address: String, ahead: Double = 0) -> Machine {
    machines.append(Machine(name: name, address: address, number: machines.count))
    self.ahead.append(ahead)
    return machines[machines.count - 1]
  }

  /// Sets a machine's clock: from `at` on it is ahead by `ahead`; logged as Kernel-General 1 logs it.
  public mutating func setClock(_ machine: Machine, at moment: Double, ahead: Double) {
    let old = raw(machine, moment)
    self.ahead[machine.number] = ahead
    let new = raw(machine, moment)
    log(
      "kernel-general-1", .clockChanged, on: machine, at: moment, channel: "System",
      fields: [.oldTime: Self.iso(old), .newTime: Self.iso(new)])
  }

  /// Adds one signal and hands it back.
  @discardableResult
  public mutating func log(
    _ rule: String, _ role: SignalRole, on machine: Machine, at moment: Double,
    channel: String = "System", provider: String? = nil, activity: String? = nil,
    proves: HostRole? = nil, phase: ConnectionPhase? = nil, alone: Bool = false,
    fields: SignalFields = [:]
  ) -> Signal {
    let key = "\(machine.number)/\(channel)"
    let record = nextRecord[key] ?? 1000
    nextRecord[key] = record + 1
    let event = EventReference(
      source: machine.name + ".xml", offset: record * 1000, computer: machine.name, channel: channel,
      provider: provider ?? channel, eventID: Self.number(rule), recordID: record,
      rawTime: raw(machine, moment))
    let signal = Signal(
      rule: rule, role: role, proves: proves, phase: phase, standsAlone: alone, event: event,
      activityID: activity, fields: fields, summary: rule)
    signals.append(signal)
    return signal
  }

  /// A signal of the client's own log.
  @discardableResult
  public mutating func client(
    _ rule: String, _ role: SignalRole, on machine: Machine, at moment: Double, activity: String?,
    phase: ConnectionPhase? = nil, fields: SignalFields = [:]
  ) -> Signal {
    log(
      rule, role, on: machine, at: moment,
      channel: "Microsoft-Windows-TerminalServices-RDPClient/Operational",
      provider: "Microsoft-Windows-TerminalServices-ClientActiveXCore", activity: activity, proves: .client,
      phase: phase, fields: fields)
  }

  /// A signal of the host's listener.
  @discardableResult
  public mutating func listener(
    _ rule: String, _ role: SignalRole, on machine: Machine, at moment: Double, activity: String?,
    phase: ConnectionPhase? = nil, fields: SignalFields = [:]
  ) -> Signal {
    log(
      rule, role, on: machine, at: moment,
      channel: "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational",
      provider: "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", activity: activity, proves: .sessionHost,
      phase: phase, fields: fields)
  }

  /// A signal of the host's session manager.
  @discardableResult
  public mutating func sessionManager(
    _ rule: String, _ role: SignalRole, on machine: Machine, at moment: Double, activity: String? = nil,
    phase: ConnectionPhase? = .session, fields: SignalFields = [:]
  ) -> Signal {
    log(
      rule, role, on: machine, at: moment,
      channel: "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
      provider: "Microsoft-Windows-TerminalServices-LocalSessionManager", activity: activity,
      proves: .sessionHost, phase: phase, fields: fields)
  }

  /// A signal of a gateway's own log.
  @discardableResult
  public mutating func gateway(
    _ rule: String, _ role: SignalRole, on machine: Machine, at moment: Double, phase: ConnectionPhase? = nil,
    fields: SignalFields = [:]
  ) -> Signal {
    log(
      rule, role, on: machine, at: moment, channel: "Microsoft-Windows-TerminalServices-Gateway/Operational",
      provider: "Microsoft-Windows-TerminalServices-Gateway", proves: .gateway, phase: phase, fields: fields)
  }

  /// A new ActivityID; what it begins with says nothing about who logs it.
  public mutating func activity() -> String {
    nextActivity += 1
    let digits = String(nextActivity, radix: 16)
    return "{" + String(repeating: "0", count: 8 - digits.count) + digits + "-0000-4000-8000-000000000000}"
  }

  /// A client port nobody used yet.
  public mutating func port() -> Int {
    nextPort += 1
    return nextPort
  }

  /// A session id nobody used yet.
  public mutating func session() -> String {
    nextSession += 1
    return String(nextSession)
  }

  /// The correlated site.
  public func correlated(
    options: CorrelationOptions = .init(), coverage: [SourceCoverage]? = nil
  ) -> CorrelatedSite {
    Correlator(options: options).correlate(signals: signals, coverage: coverage ?? self.coverage())
  }

  /// A source a machine that covers an hour before its first and after its last signal in every channel.
  public func coverage() -> [SourceCoverage] {
    machines.map { machine in
      var spans: [SourceCoverage.Key: SourceCoverage.Span] = [:]
      for signal in signals where signal.event.computer == machine.name {
        let event = signal.event
        let key = SourceCoverage.Key(computer: machine.name, channel: event.channel)
        let from = event.rawTime.advanced(bySeconds: -3600)
        let to = event.rawTime.advanced(bySeconds: 3600)
        var span = spans[key] ?? .init(records: 0, first: from, last: to)
        span.records += 1
        span.first = min(span.first, from)
        span.last = max(span.last, to)
        span.providers.insert(event.provider)
        spans[key] = span
      }
      return SourceCoverage(spans: spans)
    }
  }

  /// A moment of the true clock as the machine would log it.
  public func raw(_ machine: Machine, _ moment: Double) -> WindowsTime {
    Self.origin.advanced(bySeconds: moment + ahead[machine.number])
  }

  private static func number(_ rule: String) -> UInt32 {
    rule.split(separator: "-").lazy.compactMap { UInt32($0) }.first ?? 1
  }

  /// Seconds and fraction of an instant as an event writes it, in UTC.
  private static func iso(_ time: WindowsTime) -> String {
    // The origin is 2025-08-18T14:13:20Z; scenarios stay within that day.
    let start = WindowsTime(iso8601: "2025-08-18T00:00:00Z") ?? origin
    let ticks = max(0, time.ticks - start.ticks)
    let seconds = ticks / WindowsTime.ticksPerSecond
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return "2025-08-18T" + parts.joined(separator: ":") + "."
      + padded(ticks % WindowsTime.ticksPerSecond, 7) + "Z"
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
