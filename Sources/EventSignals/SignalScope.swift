import WindowsEventLog

/// The providers and event ids outside which a detection cannot match.
public struct SignalScope: Sendable, Hashable {
  /// Names or event source names as the rule writes them, in the order of their lower case.
  public let providers: [String]
  /// Ids, or nil when any id of the providers can match.
  public let eventIDs: Set<UInt32>?
  /// Numbers that data fields must hold, by the field's name as the rule writes it.
  public let numbers: [String: Set<UInt64>]
  /// Lists of each of which a record must hold a text.
  let texts: [DecidingTexts]

  /// Nil when some way to match names no provider.
  init?(_ detection: Detection) {
    let bounds = Self.bounds(detection.condition, in: detection)
    guard let providers = bounds.providers else { return nil }
    var spellings: [String: String] = [:]
    Self.collectSpellings(detection.document, isName: false, into: &spellings)
    self.providers = providers.sorted().map { spellings[$0] ?? $0 }
    eventIDs = bounds.eventIDs
    numbers = bounds.numbers
    texts = DecidingTexts.necessary(detection)
  }

  /// The names of providers as the rule writes them, by lower case: values are kept folded for comparing.
  private static func collectSpellings(
    _ value: RuleValue, isName: Bool, into spellings: inout [String: String]
  ) {
    switch value {
    case .map(let entries):
      for entry in entries {
        collectSpellings(
          entry.value, isName: entry.key.lowercased() == "provider_name", into: &spellings)
      }
    case .list(let values):
      for item in values { collectSpellings(item, isName: isName, into: &spellings) }
    default:
      guard isName, let name = value.scalarText else { return }
      let folded = name.lowercased()
      spellings[folded] = spellings[folded] ?? name
    }
  }

  /// What a record must be; nil is no bound.
  struct Bounds {
    var providers: Set<String>?
    var eventIDs: Set<UInt32>?
    /// By field; one that is not there is not bound.
    var numbers: [String: Set<UInt64>] = [:]

    func and(_ other: Bounds) -> Bounds {
      Bounds(
        providers: Self.meet(providers, other.providers), eventIDs: Self.meet(eventIDs, other.eventIDs),
        numbers: numbers.merging(other.numbers) { $0.intersection($1) })
    }

    func or(_ other: Bounds) -> Bounds {
      Bounds(
        providers: Self.join(providers, other.providers), eventIDs: Self.join(eventIDs, other.eventIDs),
        numbers: numbers.reduce(into: [:]) { all, entry in
          if let others = other.numbers[entry.key] { all[entry.key] = entry.value.union(others) }
        })
    }

    private static func meet<Element>(_ one: Set<Element>?, _ two: Set<Element>?) -> Set<Element>? {
      guard let one, let two else { return one ?? two }
      // The two names of a provider can differ and both hold, so text is not intersected.
      return Element.self == String.self ? one.union(two) : one.intersection(two)
    }

    private static func join<Element>(_ one: Set<Element>?, _ two: Set<Element>?) -> Set<Element>? {
      guard let one, let two else { return nil }
      return one.union(two)
    }
  }

  private static func bounds(_ condition: Condition, in detection: Detection) -> Bounds {
    func each(_ indices: [Int]) -> [Bounds] { indices.map { bounds(detection.searches[$0]) } }
    switch condition {
    case .search(let index): return bounds(detection.searches[index])
    case .oneOf(let indices): return union(each(indices))
    case .allOf(let indices): return each(indices).reduce(Bounds()) { $0.and($1) }
    case .and(let parts): return parts.reduce(Bounds()) { $0.and(bounds($1, in: detection)) }
    case .or(let parts): return union(parts.map { bounds($0, in: detection) })
    case .not: return Bounds()
    }
  }

  private static func union(_ all: [Bounds]) -> Bounds {
    guard let first = all.first else { return Bounds() }
    return all.dropFirst().reduce(first) { $0.or($1) }
  }

  private static func bounds(_ search: Search) -> Bounds {
    union(search.groups.map { group in group.reduce(Bounds()) { $0.and(bounds($1)) } })
  }

  static func bounds(_ line: FieldMatch) -> Bounds {
    switch line.field?.place {
    case .provider:
      var names: Set<String> = []
      for value in line.values {
        guard case .text(let glob, _) = value, let literal = glob.literal else { return Bounds() }
        names.insert(literal.lowercased())
      }
      return Bounds(providers: names)
    case .eventID:
      var ids: Set<UInt32> = []
      for value in line.values {
        guard case .text(_, let number?) = value, let id = UInt32(exactly: number.bits) else {
          return Bounds()
        }
        ids.insert(id)
      }
      return Bounds(eventIDs: ids)
    case .data:
      var numbers: Set<UInt64> = []
      for value in line.values {
        guard case .text(let glob, let number?) = value, glob.isLiteral, !line.needsAll else {
          return Bounds()
        }
        numbers.insert(number.bits)
      }
      return line.field.map { Bounds(numbers: [$0.text: numbers]) } ?? Bounds()
    default:
      return Bounds()
    }
  }
}
