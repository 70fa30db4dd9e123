import EventSignals

/// Every machine's offset on one gauge for all machines that edges connect.
struct SiteClocks {
  /// Seconds a machine's settled clock is ahead of the reference.
  private(set) var offsets: [Double]
  private(set) var uncertainties: [Double]
  private(set) var sources: [HostClock.Source]
  private(set) var reference: Int?
  /// Machines with the same number share a gauge.
  private(set) var components: [Int]

  /// A link ties clocks at best this well, in seconds.
  private static let finest = 0.05

  init(edges: [ClockEdge], directory: HostDirectory, given: [Int: Double]) {
    let count = directory.machines.count
    offsets = Array(repeating: 0, count: count)
    uncertainties = Array(repeating: HostClock.assumed.uncertainty, count: count)
    sources = Array(repeating: .assumed, count: count)
    components = Array(0..<count)
    let strongest = edges.sorted {
      ($0.score, -$0.from, -$0.to, -$0.shift) > ($1.score, -$1.from, -$1.to, -$1.shift)
    }
    var neighbours = Array(repeating: [(machine: Int, shift: Double, spread: Double)](), count: count)
    var links = Array(repeating: 0, count: count)
    for edge in strongest {
      links[edge.from] += edge.pairs
      links[edge.to] += edge.pairs
      // The strongest edges make a tree; weaker ones would only disagree with it.
      guard components[edge.from] != components[edge.to] else { continue }
      let (kept, gone) = (components[edge.from], components[edge.to])
      for machine in components.indices where components[machine] == gone { components[machine] = kept }
      neighbours[edge.from].append((edge.to, edge.shift, edge.spread))
      neighbours[edge.to].append((edge.from, -edge.shift, edge.spread))
    }
    let standing = Self.standing(directory, links)
    reference = standing.first { directory.machines[$0].hasLogs }
    var placed = Set<Int>()
    for root in standing where !placed.contains(root) {
      placed.insert(root)
      guard !neighbours[root].isEmpty else { continue }
      sources[root] = .links
      uncertainties[root] = Self.finest
      var queue = [root]
      while let machine = queue.popLast() {
        for next in neighbours[machine] where placed.insert(next.machine).inserted {
          offsets[next.machine] = offsets[machine] + next.shift
          uncertainties[next.machine] = uncertainties[machine] + Self.finest + next.spread
          sources[next.machine] = .links
          queue.append(next.machine)
        }
      }
    }
    apply(given)
  }

  /// Whether two machines' clocks are tied by links or by the user.
  func areTied(_ one: Int, _ other: Int) -> Bool {
    components[one] == components[other] || (sources[one] == .given && sources[other] == .given)
  }

  /// Domain controllers, then most links, then machines that keep time for others, then by name.
  private static func standing(_ directory: HostDirectory, _ links: [Int]) -> [Int] {
    directory.machines.indices.sorted { left, right in
      let (one, other) = (directory.machines[left], directory.machines[right])
      let ranks = [one, other].map { $0.roles.contains(.domainController) && $0.hasLogs ? 0 : 1 }
      if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
      if links[left] != links[right] { return links[left] > links[right] }
      let servers = [one, other].map { $0.roles.contains(.client) && $0.roles.count == 1 ? 1 : 0 }
      if servers[0] != servers[1] { return servers[0] < servers[1] }
      return (one.computers.first ?? "").lowercased() < (other.computers.first ?? "").lowercased()
    }
  }

  /// What the user says about one machine moves all that are tied to it.
  private mutating func apply(_ given: [Int: Double]) {
    var shifted: Set<Int> = []
    for machine in given.keys.sorted() {
      guard let offset = given[machine] else { continue }
      if shifted.insert(components[machine]).inserted {
        let change = offset - offsets[machine]
        for other in components.indices where components[other] == components[machine] && given[other] == nil
        {
          offsets[other] += change
        }
      }
      offsets[machine] = offset
      uncertainties[machine] = Self.finest
      sources[machine] = .given
    }
  }
}
