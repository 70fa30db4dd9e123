import EventSignals

/// Chooses the machine whose clock is taken as right among those that are tied to each other.
///
/// No log says which clock is right. A domain controller's is, since its domain follows it. Without one, most
/// clocks are set by something and agree, and the few that are not are off in either direction.
struct ClockGauge {
  /// Machines with an offset each, in seconds against any of them.
  private let machines: [Int]
  private let offsets: [Double]
  private let seen: [Int]
  private let directory: HostDirectory

  /// Clocks that are kept right agree within this, in seconds.
  private static let agreement = 8.0
  /// Within this they are as good as one.
  private static let closeness = 2.0

  init(_ machines: [Int], offsets: [Double], seen: [Int], _ directory: HostDirectory) {
    self.machines = machines
    self.offsets = offsets
    self.seen = seen
    self.directory = directory
  }

  /// The machine that stands for the right time: a controller, else one that most others agree with, servers among
  /// them first, else the one in the middle, else the one that saw most.
  var root: Int {
    if machines.count == 1 { return machines[0] }
    let all = machines.map { offsets[$0] }.sorted()
    // People set the clock of what they carry; a server's is seldom touched.
    let servers = machines.filter { !directory.machines[$0].isMereClient }.map { offsets[$0] }.sorted()
    let middle = Alignment.median(all)
    func agreeing(_ machine: Int, within width: Double, among sorted: [Double]) -> Int {
      sorted.firstIndex(atOrAfter: (offsets[machine] + width).nextUp) { $0 }
        - sorted.firstIndex(atOrAfter: offsets[machine] - width) { $0 }
    }
    let ranked = machines.map { machine in
      let count = agreeing(machine, within: Self.agreement, among: all)
      let serving = count > 1 ? agreeing(machine, within: Self.agreement, among: servers) : 0
      return (machine, (count, serving, agreeing(machine, within: Self.closeness, among: all)))
    }
    return ranked.min { left, right in
      let (one, other) = (directory.machines[left.0], directory.machines[right.0])
      if one.keepsTime != other.keepsTime { return one.keepsTime }
      if left.1 != right.1 { return left.1 > right.1 }
      let far = (steps(from: middle, of: left.0), steps(from: middle, of: right.0))
      if far.0 != far.1 { return far.0 < far.1 }
      if seen[left.0] != seen[right.0] { return seen[left.0] > seen[right.0] }
      if one.isMereClient != other.isMereClient { return other.isMereClient }
      return one.sortName < other.sortName
    }?.0 ?? machines[0]
  }

  /// How far a clock is from a moment, where less than what right clocks differ by counts as nothing.
  private func steps(from middle: Double, of machine: Int) -> Double {
    (abs(offsets[machine] - middle) / Self.agreement).rounded()
  }
}

extension HostDirectory.Machine {
  /// Whether a domain sets its clocks by it.
  var keepsTime: Bool { roles.contains(.domainController) && hasLogs }

  var isMereClient: Bool { roles.contains(.client) && roles.count == 1 }

  /// The first name in lower case, for an order that does not depend on anything else.
  var sortName: String { (computers.first ?? "").lowercased() }
}
