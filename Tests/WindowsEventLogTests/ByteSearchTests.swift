import Testing

@testable import WindowsEventLog

/// Texts looked for in bytes.
struct ByteSearchTests {
  private func holds(_ text: String, _ mark: StaticString) -> Bool {
    Array(text.utf8).withUnsafeBytes { ByteSearch.holds(mark, in: $0) }
  }

  @Test func `finds a text anywhere, its beginning repeated before it too`() {
    #expect(holds("<Objs Version", "<Obj"))
    #expect(holds("x<O<Ob<Obj", "<Obj"))
    #expect(holds("<Obj", "<Obj"))
  }

  @Test func `finds no part and nothing in nothing`() {
    #expect(!holds("x<Ob", "<Obj"))
    #expect(!holds("", "<Obj"))
    #expect(!holds("<obj", "<Obj"))
  }
}
