/// Where each System property of an event comes from, found once a template.
///
/// With it a record's provider, id, time and so on are read straight from its values, and the record
/// itself is put together only when it is wanted.
final class SystemLayout {
  /// Where one property comes from, and the value its element depends on.
  struct Property {
    /// The value that is all of it; -1 when it is anything else.
    var value = -1
    /// The value that must not be null; -1 for none.
    var dependency = -1
    /// The number of a literal among the header names; -1 when it is none.
    var literalNumber = -1
    /// All that the element or attribute holds; nil when there is none.
    var content: [BinXMLContent]?
  }

  private(set) var provider = Property()
  private(set) var providerGUID = Property()
  private(set) var eventSourceName = Property()
  private(set) var eventID = Property()
  private(set) var qualifiers = Property()
  private(set) var version = Property()
  private(set) var level = Property()
  private(set) var task = Property()
  private(set) var opcode = Property()
  private(set) var keywords = Property()
  private(set) var time = Property()
  private(set) var recordID = Property()
  private(set) var activityID = Property()
  private(set) var relatedActivityID = Property()
  private(set) var processID = Property()
  private(set) var threadID = Property()
  private(set) var channel = Property()
  private(set) var computer = Property()
  private(set) var userID = Property()
  /// What follows System in Event.
  private(set) var rest: [BinXMLContent] = []

  /// Finds the properties of an event; nil when the content holds no Event with a System element.
  init?(_ content: [BinXMLContent], headerNames: HeaderNames) {
    var isFound = false
    for case .element(let event) in content where event.name == "Event" {
      for piece in event.content {
        if case .element(let child) = piece, child.name == "System", !isFound {
          isFound = true
          read(child)
        } else {
          rest.append(piece)
        }
      }
      break
    }
    guard isFound else { return nil }
    number(&provider, headerNames)
    number(&eventSourceName, headerNames)
    number(&channel, headerNames)
    number(&computer, headerNames)
  }

  private func read(_ system: BinXMLElement) {
    for case .element(let child) in system.content {
      switch child.name {
      case "Provider":
        provider = property(child, attribute: "Name")
        providerGUID = property(child, attribute: "Guid")
        eventSourceName = property(child, attribute: "EventSourceName")
      case "EventID":
        eventID = property(child)
        qualifiers = property(child, attribute: "Qualifiers")
      case "Version": version = property(child)
      case "Level": level = property(child)
      case "Task": task = property(child)
      case "Opcode": opcode = property(child)
      case "Keywords": keywords = property(child)
      case "TimeCreated": time = property(child, attribute: "SystemTime")
      case "EventRecordID": recordID = property(child)
      case "Correlation":
        activityID = property(child, attribute: "ActivityID")
        relatedActivityID = property(child, attribute: "RelatedActivityID")
      case "Execution":
        processID = property(child, attribute: "ProcessID")
        threadID = property(child, attribute: "ThreadID")
      case "Channel": channel = property(child)
      case "Computer": computer = property(child)
      case "Security": userID = property(child, attribute: "UserID")
      default: break
      }
    }
  }

  private func property(_ element: BinXMLElement) -> Property {
    property(element.content, dependency: element.dependency)
  }

  private func property(_ element: BinXMLElement, attribute name: String) -> Property {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return Property() }
    return property(attribute.content, dependency: element.dependency)
  }

  private func property(_ content: [BinXMLContent], dependency: Int) -> Property {
    var property = Property(dependency: dependency, content: content)
    if content.count == 1, case .substitution(let index, _) = content[0] { property.value = index }
    return property
  }

  private func number(_ property: inout Property, _ names: HeaderNames) {
    guard let content = property.content else { return }
    if content.isEmpty {
      property.literalNumber = names.emptyNumber
    } else if content.count == 1, case .text(let text) = content[0] {
      property.literalNumber = names.number(of: text)
    }
  }
}
