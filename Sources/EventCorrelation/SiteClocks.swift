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

  /// `seen` is how many connections each machine logged.
  init(edges: [ClockEdge], directory: HostDirectory, seen: [Int], given: [Int: Double]) {
    let count = directory.machines.count
    offsets = Array(repeating: 0, count: count)
    uncertainties = Array(repeating: HostClock.assumed.uncertainty, count: count)
    sources = Array(repeating: .assumed, count: count)
    components = Array(0..<count)
    let strongest = edges.sorted {
      ($0.score, -$0.from, -$0.to, -$0.shift) > ($1.score, -$1.from, -$1.to, -$1.shift)
    }
    var neighbours = Array(repeating: [Neighbour](), count: count)
    var links = Array(repeating: 0, count: count)
    for edge in strongest {
      links[edge.from] += edge.pairs
      links[edge.to] += edge.pairs
      // The strongest edges make a tree; weaker ones would only disagree with it.
      guard components[edge.from] != components[edge.to] else { continue }
      let (kept, gone) = (components[edge.from], components[edge.to])
      for machine in components.indices where components[machine] == gone { components[machine] = kept }
      neighbours[edge.from].append(.init(machine: edge.to, shift: edge.shift, spread: edge.spread))
      neighbours[edge.to].append(.init(machine: edge.from, shift: -edge.shift, spread: edge.spread))
    }
    var roots: [Int] = []
    for (number, members) in Self.members(of: components) {
      for placed in Self.placed(from: number, neighbours) { offsets[placed.machine] = placed.shift }
      let root = ClockGauge(members, offsets: offsets, seen: seen, directory).root
      roots.append(root)
      offsets[root] = 0
      guard !neighbours[root].isEmpty else { continue }
      for placed in Self.placed(from: root, neighbours) {
        offsets[placed.machine] = placed.shift
        uncertainties[placed.machine] = Self.finest + placed.spread
        sources[placed.machine] = .links
      }
    }
    reference = Self.standing(roots, directory, links).first { directory.machines[$0].hasLogs }
    apply(given)
  }

  /// A tie of one clock to another, and that of a machine to the one the walk began at.
  private struct Neighbour {
    var machine: Int
    var shift: Double
    var spread: Double
  }

  /// The machines of each component, by its lowest.
  private static func members(of components: [Int]) -> [(Int, [Int])] {
    Dictionary(grouping: components.indices) { components[$0] }
      .map { ($0.value[0], $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// Every machine of a component, as the ties from one of them place it.
  private static func placed(from root: Int, _ neighbours: [[Neighbour]]) -> [Neighbour] {
    var found = [Neighbour(machine: root, shift: 0, spread: 0)]
    var known: Set<Int> = [root]
    var next = 0
    while next < found.count {
      let own = found[next]
      next += 1
      for tie in neighbours[own.machine] where known.insert(tie.machine).inserted {
        found.append(
          .init(
            machine: tie.machine, shift: own.shift + tie.shift, spread: own.spread + finest + tie.spread))
      }
    }
    return found
  }

  /// Whether two machines' clocks are tied by links or by the user.
  func areTied(_ one: Int, _ other: Int) -> Bool {
    components[one] == components[other]
  }

  /// Domain controllers, then most links, then machines that keep time for others, then by name.
  private static func standing(_ machines: [Int], _ directory: HostDirectory, _ links: [Int]) -> [Int] {
    machines.sorted { left, right in
      let (one, other) = (directory.machines[left], directory.machines[right])
      if one.keepsTime != other.keepsTime { return one.keepsTime }
      if links[left] != links[right] { return links[left] > links[right] }
      if one.isMereClient != other.isMereClient { return other.isMereClient }
      return one.sortName < other.sortName
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
    // Whose offset is known is tied to the reference, and with it all that are tied to it.
    guard let reference else { return }
    for machine in components.indices where shifted.contains(components[machine]) {
      components[machine] = components[reference]
    }
  }
}
