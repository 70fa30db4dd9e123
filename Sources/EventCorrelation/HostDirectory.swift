import EventSignals
import WindowsEventLog

/// Which machine every name and address of the site means.
///
/// Built from the Computer names of logs; addresses and names that only other machines use are learnt
/// afterwards, and count only while they point at one machine.
struct HostDirectory {
  /// One machine under construction.
  struct Machine {
    /// Computer names as logged, most dotted first.
    var computers: [String]
    var names: Set<String> = []
    var addresses: Set<String> = []
    var roles: Set<HostRole> = []
    var hasLogs = true
  }

  private(set) var machines: [Machine] = []
  /// Lower-case Computer name to machine.
  private var byComputer: [String: Int] = [:]
  /// Every name in use to the machines that claim it.
  private var byName: [String: Set<Int>] = [:]
  private var byAddress: [String: Set<Int>] = [:]

  /// Takes the Computer names of all logs; names of one machine (short and full) become one.
  init(computers: [String], renamed: [(from: String, to: String)] = []) {
    var spellings: [String: Set<String>] = [:]
    for computer in computers { spellings[computer.lowercased(), default: []].insert(computer) }
    let names = spellings.keys.sorted()
    var groups = ComputerNames(names).groups
    for rename in renamed { groups.join(rename.from.lowercased(), rename.to.lowercased()) }
    var numbers: [String: Int] = [:]
    for name in names {
      let leader = groups.leader(name)
      let number = numbers[leader] ?? machines.count
      if numbers[leader] == nil {
        numbers[leader] = number
        machines.append(Machine(computers: []))
      }
      machines[number].computers += (spellings[name] ?? []).sorted()
      byComputer[name] = number
      learn(name: NetworkName(name), of: number)
    }
  }

  func machine(computer: String) -> Int? { byComputer[computer.lowercased()] }

  /// The machine a name or address means, or nil when nobody or several answer to it.
  func machine(_ name: NetworkName?) -> Int? {
    guard let name else { return nil }
    if name.isAddress { return only(byAddress[name.text]) }
    if let exact = byComputer[name.text] { return exact }
    if let exact = only(byName[name.text]) { return exact }
    guard let candidates = byName[name.short], candidates.count == 1, let found = candidates.first else {
      return nil
    }
    // A full name may only match a machine whose own full name, if any, does not contradict it; an alias does not.
    let fullNames = machines[found].names.filter { $0.hasPrefix(name.short + ".") }
    return !name.text.contains(".") || fullNames.isEmpty || fullNames.contains(name.text) ? found : nil
  }

  /// Every machine that an address was seen at.
  func machines(at address: String) -> Set<Int> { byAddress[address] ?? [] }

  /// Whether a machine lets others through to their targets.
  func isGateway(_ machine: Int) -> Bool { machines[machine].roles.contains(.gateway) }

  /// A name or address that a machine answers to.
  mutating func learn(name: NetworkName?, of machine: Int) {
    guard let name else { return }
    if name.isAddress {
      machines[machine].addresses.insert(name.text)
      byAddress[name.text, default: []].insert(machine)
    } else {
      machines[machine].names.insert(name.text)
      byName[name.text, default: []].insert(machine)
      byName[name.short, default: []].insert(machine)
    }
  }

  mutating func learn(role: HostRole, of machine: Int) { machines[machine].roles.insert(role) }

  /// A machine without logs, known by what others call it.
  mutating func mention(_ name: NetworkName) -> Int {
    if let known = machine(name) { return known }
    machines.append(Machine(computers: [name.text], hasLogs: false))
    learn(name: name, of: machines.count - 1)
    return machines.count - 1
  }

  private func only(_ candidates: Set<Int>?) -> Int? {
    guard let candidates, candidates.count == 1 else { return nil }
    return candidates.first
  }
}

/// Sorts Computer names into machines: a short name belongs to the one full name that begins with it.
private struct ComputerNames {
  var groups = NameGroups()

  init(_ names: [String]) {
    var full: [String: [String]] = [:]
    for name in names {
      guard let parsed = NetworkName(name), !parsed.isAddress, parsed.text.contains(".") else { continue }
      full[parsed.short, default: []].append(name)
    }
    let shortOfFull = full.keys.sorted()
    for name in names where !name.contains(".") {
      if let candidates = full[name], candidates.count == 1 {
        groups.join(candidates[0], name)
      } else if name.utf8.count == 15 {
        // A NetBIOS name ends after 15 characters.
        let longer = shortOfFull.filter { $0.utf8.count > 15 && $0.hasPrefix(name) }
        if longer.count == 1, let candidates = full[longer[0]], candidates.count == 1 {
          groups.join(candidates[0], name)
        }
      }
    }
  }
}

/// Names in disjoint groups.
struct NameGroups {
  private var parent: [String: String] = [:]

  func leader(_ name: String) -> String {
    var current = name
    while let next = parent[current], next != current { current = next }
    return current
  }

  /// Puts two names into one group; the leader of the first leads both.
  mutating func join(_ one: String, _ other: String) {
    let (first, second) = (leader(one), leader(other))
    if first != second { parent[second] = first }
  }
}
