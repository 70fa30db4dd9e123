public import WindowsEventLog

/// The values of a record under the names rules use.
public struct RecordFields: Sendable {
  /// A record is large, and rules by the dozen are handed its fields: behind a reference they cost no copy.
  private final class Box: Sendable {
    let record: EventRecord
    init(_ record: EventRecord) { self.record = record }
  }

  private let box: Box

  /// UserData deeper than this is not looked into.
  static let depthLimit = 32
  /// Bytes of a binary part that rules can look at.
  static let binaryLimit = 256

  public init(_ record: EventRecord) { box = Box(record) }

  /// The first value under a name, or nil when the record has none. O(values of the record).
  public func first(_ name: FieldName) -> String? {
    var found: String?
    _ = contains(name) { value in
      found = value
      return true
    }
    return found
  }

  /// Whether any value under a name satisfies a predicate, asked in the order of the record.
  ///
  /// `Provider_Name` gives Provider/@Name and, where there is one, EventSourceName. A name that is
  /// neither of the event's own data nor a header field of this list has no value.
  public func contains(_ name: FieldName, where predicate: (String) -> Bool) -> Bool {
    switch name.place {
    case .eventID: return predicate(String(box.record.eventID))
    case .provider:
      if predicate(box.record.provider) { return true }
      return box.record.eventSourceName.map(predicate) ?? false
    case .channel: return predicate(box.record.channel)
    case .computer: return predicate(box.record.computer)
    case .level: return box.record.level.map { predicate(String($0)) } ?? false
    case .message:
      // Some providers name a value of their own so.
      return dataContains(name, where: predicate) || box.record.rendering?.message.map(predicate) ?? false
    case .unnamed(let position): return unnamed(at: position).map(predicate) ?? false
    case .everyUnnamed:
      return box.record.data.contains { item in
        (item.name == nil || item.name.map(name.agrees(with:)) == true) && predicate(item.value)
      }
    case .data: return dataContains(name, where: predicate)
    }
  }

  /// Whether there is a value under a name, be it empty.
  public func has(_ name: FieldName) -> Bool { contains(name) { _ in true } }

  /// Whether any value of the event's own data, or its rendered message, satisfies a predicate.
  public func anyValue(where predicate: (String) -> Bool) -> Bool {
    if box.record.data.contains(where: { predicate($0.value) }) { return true }
    if let root = box.record.userData, Self.leaves(of: root, depth: 0, { _, value in predicate(value) }) {
      return true
    }
    return box.record.rendering?.message.map(predicate) ?? false
  }

  private func unnamed(at position: Int) -> String? {
    var left = position
    for item in box.record.data where item.name == nil {
      if left == 0 { return item.value }
      left -= 1
    }
    return nil
  }

  private func dataContains(_ name: FieldName, where predicate: (String) -> Bool) -> Bool {
    var named = false
    for item in box.record.data {
      guard let itemName = item.name, name.agrees(with: itemName) else { continue }
      named = true
      if predicate(item.value) { return true }
    }
    if let root = box.record.userData {
      let found = Self.leaves(of: root, depth: 0) { leaf, value in
        guard name.agrees(with: leaf) else { return false }
        named = true
        return predicate(value)
      }
      if found { return true }
    }
    return named ? false : header(name).map(predicate) ?? false
  }

  /// Header fields that a provider's own field of the same name hides.
  private func header(_ name: FieldName) -> String? {
    switch name.header {
    case .version: box.record.version.map { String($0) }
    case .task: box.record.task.map { String($0) }
    case .opcode: box.record.opcode.map { String($0) }
    case .qualifiers: box.record.qualifiers.map { String($0) }
    case .keywords: box.record.keywords.map { "0x" + String($0, radix: 16) }
    case .eventRecordID: box.record.recordID.map { String($0) }
    case .userID: box.record.userID
    // Old kernel sources such as TermDD keep the status that decides in the binary part only.
    case .binary: box.record.binary.map(Self.hex)
    case nil: nil
    }
  }

  /// Bytes as hex digits, at most `binaryLimit` of them, from the end: that is where a status stands.
  private static func hex(_ bytes: [UInt8]) -> String {
    HexText.string(bytes.suffix(binaryLimit))
  }

  /// Visits attributes and leaf texts by local name in document order until `visit` returns true.
  private static func leaves(
    of element: UserDataElement, depth: Int, _ visit: (String, String) -> Bool
  ) -> Bool {
    guard depth < depthLimit else { return false }
    for attribute in element.attributes {
      if let name = attribute.name, visit(name, attribute.value) { return true }
    }
    if element.children.isEmpty { return visit(element.name, element.text) }
    return element.children.contains { leaves(of: $0, depth: depth + 1, visit) }
  }
}
