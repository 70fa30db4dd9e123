import EventSignals
import KnowledgeBase
import Testing

@Suite struct EventCatalogueTests {
  @Test func `knows every event of the catalogue in one plain line`() throws {
    let catalogue = try EventCatalogue.builtIn()
    #expect(catalogue.events.count == 508)
    for event in catalogue.events {
      let place = "\(event.provider)/\(event.eventID)"
      #expect(event.meaning.hasSuffix("."), "\(place)")
      #expect((15...140).contains(event.meaning.count), "\(place): \(event.meaning.count) characters")
      #expect(!event.hosts.isEmpty && !event.channel.isEmpty, "\(place)")
      #expect(Set(event.fields).count == event.fields.count, "\(place)")
    }
  }

  @Test func `finds an event by every name of its provider`() throws {
    let catalogue = try EventCatalogue.builtIn()
    let meaning = try #require(catalogue.meaning(provider: "Schannel", eventID: 36874))
    #expect(meaning == catalogue.meaning(provider: "microsoft-windows-schannel-events", eventID: 36874))
    #expect(catalogue.meaning(provider: "Schannel", eventID: 1) == nil)
    #expect(catalogue.meaning(provider: "Nobody", eventID: 36874) == nil)
  }

  @Test func `keeps ids of different providers apart`() throws {
    let catalogue = try EventCatalogue.builtIn()
    let both = catalogue.events(eventID: 226)
    #expect(both.map(\.provider).count == 2)
    #expect(Set(both.map(\.meaning)).count == 2)
    let client = try #require(catalogue.events(providerLike: "client", eventID: 226).first)
    #expect(client.hosts == [.client])
    #expect(client.fields.contains("Error Code"))
    #expect(catalogue.events(providerLike: "clientactivexcore", eventID: 226) == [client])
  }
}
