/// The condition of a detection: which of its searches must match.
indirect enum Condition: Sendable, Hashable {
  /// A search, by its index in the detection.
  case search(Int)
  /// At least one of some searches.
  case oneOf([Int])
  /// Each of some searches.
  case allOf([Int])
  case and([Condition])
  case or([Condition])
  case not(Condition)

  /// Whether it holds, each search asked at most as often as it is named.
  func holds(_ search: (Int) -> Bool) -> Bool {
    switch self {
    case .search(let index): search(index)
    case .oneOf(let indices): indices.contains(where: search)
    case .allOf(let indices): indices.allSatisfy(search)
    case .and(let parts): parts.allSatisfy { $0.holds(search) }
    case .or(let parts): parts.contains { $0.holds(search) }
    case .not(let part): !part.holds(search)
    }
  }

  /// The indices of every search it names.
  var searches: Set<Int> {
    switch self {
    case .search(let index): [index]
    case .oneOf(let indices), .allOf(let indices): Set(indices)
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.searches) }
    case .not(let part): part.searches
    }
  }
}
