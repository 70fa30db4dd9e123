import StatusCodes
import Testing

/// Severity, facility and code of 32-bit status values.
struct StatusStructureTests {
  @Test func `an HRESULT is taken apart`() throws {
    let structure = try #require(StatusStructure(0x8009_030D))
    #expect(structure.kind == .hresult)
    #expect(structure.severity == "failure")
    #expect(structure.facilityName == "security (SSPI)")
    #expect(structure.code == 0x030D)
    #expect(!structure.isCustomer)
  }

  @Test func `an NTSTATUS is taken apart`() throws {
    let structure = try #require(StatusStructure(0xC00A_0032))
    #expect(structure.kind == .ntstatus)
    #expect(structure.severity == "error")
    #expect(structure.facilityName == "Terminal Server")
    #expect(StatusStructure(0xD000_006D)?.kind == .hresultFromNT)
    #expect(StatusStructure(0xE012_3456)?.isCustomer == true)
  }

  @Test func `a small number has no structure`() {
    #expect(StatusStructure(2308) == nil)
  }
}
