import Testing

@testable import EventCorrelation

struct AccountNameTests {
  @Test(arguments: [
    ("CORP\\Ann", "ann"), ("ann@corp.example", "ann"), ("corp/ANN ", "ann"), ("@ann", "@ann"),
    ("MÜLLER", "müller"),
    ("CORP\\Müller", "müller"), ("a@b\\c@d", "c"),
  ])
  func `domains go`(raw: String, account: String) { #expect(AccountName(raw)?.text == account) }

  @Test(arguments: [
    "", "-", "PC-1$", "SYSTEM", "Local Service", "DWM-2", "UMFD-0", "S-1-5-21-7", "CORP\\", "corp\\SYSTEM",
  ])
  func `no person is meant`(raw: String) { #expect(AccountName(raw) == nil) }
}
