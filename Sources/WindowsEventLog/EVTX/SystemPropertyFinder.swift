/// Goes through System once.
struct SystemPropertyFinder {
  let tree: BinXMLTree
  let headerNames: HeaderNames
  private(set) var properties = SystemProperties()

  init(tree: BinXMLTree, headerNames: HeaderNames) {
    self.tree = tree
    self.headerNames = headerNames
  }

  /// Finds the properties; gives what Event holds and the place of System, or nil when there is none.
  mutating func find() -> (event: BinXMLSpan, system: Int32)? {
    guard let event = element(.event, in: tree.all) else { return nil }
    let content = tree.content(of: tree[event])
    guard let system = element(.system, in: content) else { return nil }
    read(tree.content(of: tree[system]))
    numberNames()
    return (content, system)
  }

  /// The place of the first element of a role.
  private func element(_ role: BinXMLRole, in span: BinXMLSpan) -> Int32? {
    var place = span.start
    while place < span.end {
      let piece = tree[place]
      if piece.kind == .element, piece.role == role { return place }
      place = piece.end
    }
    return nil
  }

  private mutating func numberNames() {
    var found = properties
    number(&found.provider)
    number(&found.eventSourceName)
    number(&found.channel)
    number(&found.computer)
    properties = found
  }

  private mutating func read(_ system: BinXMLSpan) {
    var place = system.start
    while place < system.end {
      let piece = tree[place]
      if piece.kind == .element { read(tree.string(piece), at: place) }
      place = piece.end
    }
  }

  private mutating func read(_ name: String, at place: Int32) {
    switch name {
    case "Provider":
      properties.provider = property(place, attribute: "Name")
      properties.providerGUID = property(place, attribute: "Guid")
      properties.eventSourceName = property(place, attribute: "EventSourceName")
    case "EventID":
      properties.eventID = property(place)
      properties.qualifiers = property(place, attribute: "Qualifiers")
    case "Version": properties.version = property(place)
    case "Level": properties.level = property(place)
    case "Task": properties.task = property(place)
    case "Opcode": properties.opcode = property(place)
    case "Keywords": properties.keywords = property(place)
    case "TimeCreated": properties.time = property(place, attribute: "SystemTime")
    case "EventRecordID": properties.recordID = property(place)
    case "Correlation":
      properties.activityID = property(place, attribute: "ActivityID")
      properties.relatedActivityID = property(place, attribute: "RelatedActivityID")
    case "Execution":
      properties.processID = property(place, attribute: "ProcessID")
      properties.threadID = property(place, attribute: "ThreadID")
    case "Channel": properties.channel = property(place)
    case "Computer": properties.computer = property(place)
    case "Security": properties.userID = property(place, attribute: "UserID")
    default: break
    }
  }

  private func property(_ place: Int32) -> SystemProperties.Property {
    property(tree.content(of: tree[place]), dependency: tree[place].dependency)
  }

  private func property(_ place: Int32, attribute name: String) -> SystemProperties.Property {
    guard let attribute = tree.attribute(name, of: place) else { return .init() }
    return property(tree.content(of: attribute), dependency: tree[place].dependency)
  }

  private func property(_ content: BinXMLSpan, dependency: Int32) -> SystemProperties.Property {
    var property = SystemProperties.Property(dependency: dependency, content: content)
    if let only = tree.only(content), only.kind == .value || only.kind == .optionalValue {
      property.value = only.value
    }
    return property
  }

  /// Gives the property of a name the number of its literal among the header names.
  private func number(_ property: inout SystemProperties.Property) {
    guard let content = property.content else { return }
    if content.start == content.end {
      property.literalNumber = Int32(truncatingIfNeeded: headerNames.emptyNumber)
    } else if let only = tree.only(content), only.kind == .text {
      property.literalNumber = Int32(truncatingIfNeeded: headerNames.number(of: tree.string(only)))
    }
  }
}
