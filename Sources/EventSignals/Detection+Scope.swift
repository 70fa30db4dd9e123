extension Detection {
  /// The same for records that are known to lie in a scope: what every such record fulfils is not asked again.
  ///
  /// Whoever has found a rule by provider and event id need not compare them once more, as texts, for each rule.
  func within(_ scope: SignalScope) -> Detection {
    let providers = Set(scope.providers.map { $0.lowercased() })
    var copy = self
    copy.searches = searches.map { search in
      Search(
        name: search.name,
        groups: search.groups.map { group in
          group.filter { !$0.holdsForAll(of: providers, scope.eventIDs) }
        })
    }
    return copy
  }
}

extension FieldMatch {
  /// Whether it holds for every record of some providers, in lower case, and event ids.
  fileprivate func holdsForAll(of providers: Set<String>, _ eventIDs: Set<UInt32>?) -> Bool {
    guard !needsAll else { return false }
    switch field?.place {
    case .provider:
      var names: Set<String> = []
      for value in values {
        guard case .text(let glob, _) = value, glob.folding, let name = glob.literal else { return false }
        names.insert(name)
      }
      return names.isSuperset(of: providers)
    case .eventID:
      guard let eventIDs else { return false }
      var ids: Set<UInt32> = []
      for value in values {
        guard case .text(_, let number?) = value, let id = UInt32(exactly: number.bits) else { return false }
        ids.insert(id)
      }
      return ids.isSuperset(of: eventIDs)
    default:
      return false
    }
  }
}
