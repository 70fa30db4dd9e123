import Testing
import WindowsEventLog

struct GUIDTests {
  @Test(arguments: [
    "{1139C61B-B549-4251-8ED3-27250A1EDEC8}", "1139c61b-b549-4251-8ed3-27250a1edec8",
    " {1139c61b-B549-4251-8ed3-27250A1EDEC8}\n",
  ])
  func `is lower case with braces however it was written`(text: String) {
    #expect(GUID.canonical(text) == "{1139c61b-b549-4251-8ed3-27250a1edec8}")
  }

  @Test(arguments: [
    "", "{}", "1139c61bb54942518ed327250a1edec8", "{1139c61b-b549-4251-8ed3-27250a1edec8)",
    "{1139c61b-b549-4251-8ed3-27250a1edecg}", "1139c61b-b549-4251-8ed3-27250a1edec8x",
    "1139c61b-b549-42518-ed3-27250a1edec8",
  ])
  func `is nothing for any other text`(text: String) {
    #expect(GUID.canonical(text) == nil)
  }
}
