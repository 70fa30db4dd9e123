/// Where each System property of an event comes from, found once a template.
///
/// With it a record's provider, id, time and so on are read straight from its values, and the record
/// itself is put together only when it is wanted.
final class SystemLayout {
  /// Memory of its own: reading a property touches nothing else.
  let properties: UnsafeMutablePointer<SystemProperties>
  let tree: BinXMLTree
  /// The place of System in the tree.
  let system: Int32
  /// What Event holds, System included.
  let event: BinXMLSpan

  /// Finds the properties of an event; nil when the tree holds no Event with a System element.
  init?(_ tree: BinXMLTree, headerNames: HeaderNames) {
    var finder = SystemPropertyFinder(tree: tree, headerNames: headerNames)
    guard let (event, system) = finder.find() else { return nil }
    self.tree = tree
    self.event = event
    self.system = system
    properties = .allocate(capacity: 1)
    properties.initialize(to: finder.properties)
  }

  deinit { properties.deallocate() }
}
