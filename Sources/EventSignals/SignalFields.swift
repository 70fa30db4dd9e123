/// The values of a signal by canonical field: a few of them, kept in the order of the fields' names.
///
/// An array in place of a dictionary: a signal has two to six values, and a site a million signals.
public struct SignalFields: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    var field: SignalField
    var value: String
  }

  private var entries: [Entry] = []

  public init() {}

  public init(_ values: [SignalField: String]) {
    entries = values.map { Entry(field: $0.key, value: $0.value) }
      .sorted { $0.field.rawValue < $1.field.rawValue }
  }

  public var isEmpty: Bool { entries.isEmpty }

  /// In the order of the fields' names.
  public var values: [String] { entries.map(\.value) }

  /// A field's value; nil takes it away.
  public subscript(field: SignalField) -> String? {
    get {
      for entry in entries where entry.field == field { return entry.value }
      return nil
    }
    set {
      if let index = entries.firstIndex(where: { $0.field == field }) {
        if let newValue { entries[index].value = newValue } else { entries.remove(at: index) }
      } else if let newValue {
        let place = entries.firstIndex { $0.field.rawValue > field.rawValue } ?? entries.count
        entries.insert(Entry(field: field, value: newValue), at: place)
      }
    }
  }
}

extension SignalFields: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (SignalField, String)...) {
    for (field, value) in elements { self[field] = value }
  }
}

extension SignalFields: Codable {
  /// Reads an object of field names and texts.
  public init(from decoder: any Decoder) throws { self.init(try [SignalField: String](from: decoder)) }

  public func encode(to encoder: any Encoder) throws {
    try Dictionary(uniqueKeysWithValues: entries.map { ($0.field, $0.value) }).encode(to: encoder)
  }
}
