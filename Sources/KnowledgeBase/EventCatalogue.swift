internal import EventSignals

/// What every known event means, whether or not it is a signal.
public struct EventCatalogue: Sendable {
  /// In the order of the files and their entries.
  public private(set) var events: [KnownEvent] = []
  /// Indices of `events` by provider in lower case, every name it goes by.
  private var byProvider: [String: [Int]] = [:]
  private var byID: [UInt32: [Int]] = [:]

  public init() {}

  /// Only the built-in catalogue, for those who need no rules.
  public static func builtIn() throws(KnowledgeError) -> EventCatalogue {
    var catalogue = EventCatalogue()
    for (path, content) in EmbeddedFiles.files {
      let path = "\(path)"
      guard path.hasPrefix("events/") else { continue }
      let file = try KnowledgeBase.embedded(path: path, content: content)
      do {
        try catalogue.add(file.document)
      } catch {
        throw .damagedBuiltIn(path: path, reason: "\(error)")
      }
    }
    return catalogue
  }

  /// Our one line for an event, or nil when it is not known.
  public func meaning(provider: String, eventID: UInt32) -> String? {
    event(provider: provider, eventID: eventID)?.meaning
  }

  /// An event by the name its provider logs under, in any case.
  public func event(provider: String, eventID: UInt32) -> KnownEvent? {
    byProvider[provider.lowercased()]?.lazy.map { events[$0] }.first { $0.eventID == eventID }
  }

  /// Every event with an id, by provider.
  public func events(eventID: UInt32) -> [KnownEvent] { (byID[eventID] ?? []).map { events[$0] } }

  /// Events with an id of the providers somebody may mean by a name: the full one, a short one such as
  /// `schannel` or `rdpcorets`, or a part of it.
  public func events(providerLike name: String, eventID: UInt32) -> [KnownEvent] {
    let wanted = name.lowercased()
    let exact = (byProvider[wanted] ?? []).map { events[$0] }.filter { $0.eventID == eventID }
    if !exact.isEmpty { return exact }
    return events(eventID: eventID).filter { $0.provider.lowercased().contains(wanted) }
  }

  /// Adds the events of a file; one already known is replaced.
  mutating func add(_ document: RuleValue) throws { add(try EventFile(document)) }

  /// The same with the file already read.
  mutating func add(_ file: EventFile) {
    let names = [file.provider] + (file.alsoKnownAs ?? [])
    for entry in file.events {
      let event = KnownEvent(
        provider: file.provider, eventID: entry.id, channel: entry.channel ?? file.channel,
        level: entry.level,
        fields: entry.fields ?? [], hosts: entry.hosts ?? file.hosts, meaning: entry.meaning)
      if let known = byProvider[file.provider.lowercased()]?.first(where: {
        events[$0].eventID == event.eventID && events[$0].channel == event.channel
      }) {
        events[known] = event
        continue
      }
      for name in Set((names + [file.shortName].compactMap { $0 }).map { $0.lowercased() }) {
        byProvider[name, default: []].append(events.count)
      }
      byID[event.eventID, default: []].append(events.count)
      events.append(event)
    }
  }
}
