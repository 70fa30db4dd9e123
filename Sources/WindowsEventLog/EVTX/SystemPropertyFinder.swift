/// Goes through System once.
struct SystemPropertyFinder {
  let headerNames: HeaderNames
  private(set) var properties = SystemProperties()
  private(set) var contents: [[BinXMLContent]] = []

  init(headerNames: HeaderNames) { self.headerNames = headerNames }

  /// Finds the properties; gives what follows System, or nil when there is no System in an Event.
  mutating func find(in content: [BinXMLContent]) -> [BinXMLContent]? {
    for case .element(let event) in content where event.name == "Event" {
      var rest: [BinXMLContent] = []
      var isFound = false
      for piece in event.content {
        if case .element(let child) = piece, child.name == "System", !isFound {
          isFound = true
          read(child)
          numberNames()
        } else {
          rest.append(piece)
        }
      }
      return isFound ? rest : nil
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

  private mutating func read(_ system: BinXMLElement) {
    for case .element(let child) in system.content {
      switch child.name {
      case "Provider":
        properties.provider = property(child, attribute: "Name")
        properties.providerGUID = property(child, attribute: "Guid")
        properties.eventSourceName = property(child, attribute: "EventSourceName")
      case "EventID":
        properties.eventID = property(child)
        properties.qualifiers = property(child, attribute: "Qualifiers")
      case "Version": properties.version = property(child)
      case "Level": properties.level = property(child)
      case "Task": properties.task = property(child)
      case "Opcode": properties.opcode = property(child)
      case "Keywords": properties.keywords = property(child)
      case "TimeCreated": properties.time = property(child, attribute: "SystemTime")
      case "EventRecordID": properties.recordID = property(child)
      case "Correlation":
        properties.activityID = property(child, attribute: "ActivityID")
        properties.relatedActivityID = property(child, attribute: "RelatedActivityID")
      case "Execution":
        properties.processID = property(child, attribute: "ProcessID")
        properties.threadID = property(child, attribute: "ThreadID")
      case "Channel": properties.channel = property(child)
      case "Computer": properties.computer = property(child)
      case "Security": properties.userID = property(child, attribute: "UserID")
      default: break
      }
    }
  }

  private mutating func property(_ element: BinXMLElement) -> SystemProperties.Property {
    property(element.content, dependency: element.dependency)
  }

  private mutating func property(
    _ element: BinXMLElement, attribute name: String
  ) -> SystemProperties.Property {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return .init() }
    return property(attribute.content, dependency: element.dependency)
  }

  private mutating func property(
    _ content: [BinXMLContent], dependency: Int
  ) -> SystemProperties.Property {
    var property = SystemProperties.Property(dependency: dependency, content: contents.count)
    contents.append(content)
    if content.count == 1, case .substitution(let index, _) = content[0] { property.value = index }
    return property
  }

  /// Gives the property of a name the number of its literal among the header names.
  private func number(_ property: inout SystemProperties.Property) {
    guard property.content >= 0 else { return }
    let content = contents[property.content]
    if content.isEmpty {
      property.literalNumber = headerNames.emptyNumber
    } else if content.count == 1, case .text(let text) = content[0] {
      property.literalNumber = headerNames.number(of: text)
    }
  }
}
