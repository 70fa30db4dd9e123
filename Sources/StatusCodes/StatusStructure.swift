/// A 32-bit status value taken apart into severity, facility and code.
///
/// HRESULT: [MS-ERREF] 2.1; NTSTATUS: [MS-ERREF] 2.3.
public struct StatusStructure: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case hresult = "HRESULT"
    case ntstatus = "NTSTATUS"
    /// An NTSTATUS inside an HRESULT (the bit 0x10000000 set).
    case hresultFromNT = "HRESULT_FROM_NT"
  }

  public var kind: Kind
  /// `success`, `informational`, `warning`, `error` or, of an HRESULT, `failure`.
  public var severity: String
  public var facility: UInt16
  /// The facility's name, or nil where it is not a known one.
  public var facilityName: String?
  /// The low 16 bits.
  public var code: UInt16
  /// Whether a program outside Microsoft defined it (the customer bit).
  public var isCustomer: Bool

  /// Takes a value apart; nil for a value below 0x10000, which has no structure.
  public init?(_ value: UInt32) {
    guard value > 0xFFFF else { return nil }
    code = UInt16(truncatingIfNeeded: value)
    isCustomer = value & 0x2000_0000 != 0
    if value & 0xD000_0000 == 0xD000_0000 {
      kind = .hresultFromNT
    } else {
      kind = value >> 30 == 3 ? .ntstatus : .hresult
    }
    switch kind {
    case .ntstatus, .hresultFromNT:
      facility = UInt16(truncatingIfNeeded: (value >> 16) & 0xFFF)
      severity = ["success", "informational", "warning", "error"][Int(value >> 30)]
      facilityName = Self.ntstatusFacilities[facility]
    case .hresult:
      facility = UInt16(truncatingIfNeeded: (value >> 16) & 0x7FF)
      severity = value & 0x8000_0000 == 0 ? "success" : "failure"
      facilityName = Self.hresultFacilities[facility]
    }
  }

  static let hresultFacilities: [UInt16: String] = [
    0: "none", 1: "RPC", 2: "dispatch", 3: "storage", 4: "interface", 7: "Win32", 8: "Windows",
    9: "security (SSPI)", 10: "control", 11: "certificate", 12: "Internet", 13: "media server",
    14: "message queue", 15: "set-up API", 16: "smart card", 17: "COM+", 25: "HTTP",
    31: "user-mode filter", 36: "Windows Update", 40: "TPM services", 48: "peer to peer",
    49: "BitLocker", 53: "WinRM",
  ]

  static let ntstatusFacilities: [UInt16: String] = [
    0: "none", 1: "debugger", 2: "RPC run-time", 3: "RPC stubs", 4: "input and output", 7: "Win32",
    8: "SSPI", 10: "Terminal Server", 11: "user interface text", 16: "USB", 21: "cluster", 25: "transactions",
    28: "filter manager", 30: "kernel graphics", 41: "TPM", 53: "virtualization",
  ]
}
