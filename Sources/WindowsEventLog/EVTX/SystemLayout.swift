/// Where each System property of an event comes from, found once a template.
///
/// With it a record's provider, id, time and so on are read straight from its values, and the record
/// itself is put together only when it is wanted. All constants: reading them costs no bookkeeping.
final class SystemLayout {
  let properties: SystemProperties
  /// What follows System in Event.
  let rest: [BinXMLContent]
  private let contents: [[BinXMLContent]]

  /// Finds the properties of an event; nil when the content holds no Event with a System element.
  init?(_ content: [BinXMLContent], headerNames: HeaderNames) {
    var finder = SystemPropertyFinder(headerNames: headerNames)
    guard let rest = finder.find(in: content) else { return nil }
    self.rest = rest
    properties = finder.properties
    contents = finder.contents
  }

  /// All that the element or attribute of a property holds; nil when there is none.
  func content(_ property: SystemProperties.Property) -> [BinXMLContent]? {
    property.content < 0 ? nil : contents[property.content]
  }
}
