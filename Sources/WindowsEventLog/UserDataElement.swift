/// An element inside UserData: a provider's own structure, by local names.
public struct UserDataElement: Sendable, Hashable {
  /// The local name, without any prefix.
  public var name: String
  /// Attributes in order, by local name; namespace declarations left out.
  public var attributes: [EventRecord.DataItem]
  /// Character data directly inside this element, trimmed when it has child elements.
  public var text: String
  public var children: [UserDataElement]

  public init(
    name: String, attributes: [EventRecord.DataItem] = [], text: String = "",
    children: [UserDataElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
  }
}
