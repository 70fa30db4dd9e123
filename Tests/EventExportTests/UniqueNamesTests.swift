import Testing

@testable import EventExport

@Suite struct UniqueNamesTests {
  @Test func `numbers repeats from two`() {
    #expect(UniqueNames.unique(["a", "b", "a", "a"], separator: "#") == ["a", "b", "a#2", "a#3"])
  }

  @Test func `steps over a name that is already taken`() {
    #expect(UniqueNames.unique(["a", "a#2", "a"], separator: "#") == ["a", "a#2", "a#3"])
  }
}
