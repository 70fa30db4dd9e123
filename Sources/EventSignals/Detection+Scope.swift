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
    let isPlain = values.allSatisfy { if case .text(let glob, _) = $0 { glob.folding } else { false } }
    guard isPlain, !needsAll else { return false }
    let bounds = SignalScope.bounds(self)
    if let names = bounds.providers { return names.isSuperset(of: providers) }
    if let ids = bounds.eventIDs, let eventIDs { return ids.isSuperset(of: eventIDs) }
    return false
  }
}
