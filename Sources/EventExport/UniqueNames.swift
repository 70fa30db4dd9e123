import WindowsEventLog

/// Names made unique, for formats in which a name may stand only once.
enum UniqueNames {
  /// The names of items in order; the second `a` becomes `a` + separator + `2`, and so on.
  static func of(_ items: [EventRecord.DataItem], separator: String) -> [String] {
    unique(items.map { $0.name ?? "" }, separator: separator)
  }

  /// Whether no name stands twice; only a few are compared, of many the answer is false.
  static func areUnique(_ items: [EventRecord.DataItem]) -> Bool {
    guard items.count <= 12 else { return false }
    for index in items.indices.dropFirst() {
      for earlier in 0..<index where (items[earlier].name ?? "") == (items[index].name ?? "") { return false }
    }
    return true
  }

  /// Names in order, each different from all before it.
  static func unique(_ names: [String], separator: String) -> [String] {
    guard names.count > 1 else { return names }
    var taken: Set<String> = []
    var nextNumber: [String: Int] = [:]
    return names.map { name in
      if taken.insert(name).inserted { return name }
      var number = nextNumber[name] ?? 2
      while !taken.insert("\(name)\(separator)\(number)").inserted { number &+= 1 }
      nextNumber[name] = number &+ 1
      return "\(name)\(separator)\(number)"
    }
  }
}
