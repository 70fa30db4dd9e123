import Testing

@testable import EventExport

@Suite struct XMLNameTests {
  @Test(arguments: [
    ("EventXML", "EventXML"), ("a-b.c", "a-b.c"), ("1st", "_1st"), ("a b", "a_b"), ("x:y", "x_y"),
    ("", "_"), ("<a>", "_a_"), ("Größe", "Größe"), ("×", "_"),
  ])
  func `makes a name that XML allows`(name: String, safe: String) {
    #expect(XMLName.safe(name) == safe)
  }

  @Test func `declares no namespace by an attribute`() {
    #expect(XMLName.safeAttribute("xmlns") == "_xmlns")
  }
}
