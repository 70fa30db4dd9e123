/// Machine names short enough for the head of a lane.
struct LaneNames {
  private let shown: [String: String]

  /// Characters that have room beside the lanes.
  private static let longest = 20

  /// The first label of a name where that tells it from the others, else its start and end.
  init(_ names: [String]) {
    let labels = names.map { $0.split(separator: ".").first.map(String.init) ?? $0 }
    shown = Dictionary(
      zip(names, labels).map { name, label in
        let isAddress = AddressPattern.isAddress(name)
        let isUnique = labels.count { $0.lowercased() == label.lowercased() } == 1
        return (name, HTMLText.caption(isUnique && !isAddress ? label : name, limit: Self.longest))
      }, uniquingKeysWith: { first, _ in first })
  }

  func short(of name: String) -> String { shown[name] ?? name }
}
