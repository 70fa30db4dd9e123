import Diagnosis
import Foundation

/// A little knowledge of the tests' own, so that golden reports stay still when the real one grows.
enum SampleCauses {
  static func all() throws -> [CauseRule] {
    try JSONDecoder().decode([CauseRule].self, from: Data(json.utf8))
  }

  private static let json = #"""
    [
      {"id": "cert-private-key-acl", "title": "Private key of the RDP certificate not readable",
       "family": "certificate", "phase": "tls",
       "explanation": "Remote Desktop Services runs as NETWORK SERVICE and opens the private key of its certificate for every TLS handshake. When that account may not read the key file, the handshake breaks off and the client only sees the connection close.",
       "evidence": {},
       "remedies": [
         {"text": "Look at who may read the key files. NETWORK SERVICE needs read access.", "risk": "none",
          "command": "icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\f686aace*"},
         {"text": "Grant NETWORK SERVICE read access to the key file of the RDP certificate.", "risk": "low",
          "command": "icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\<key file> /grant \"NT AUTHORITY\\NETWORK SERVICE:R\""},
         {"text": "Restart Remote Desktop Services. Sessions on the host are cut.", "risk": "service-interruption",
          "command": "Restart-Service TermService -Force"}],
       "confirmation": "The next connection logs RdpCoreTS 131 and 98 within a second, and no Schannel 36870.",
       "references": ["https://learn.microsoft.com/windows-server/remote/remote-desktop-services/"],
       "folkAdvice": [{"claim": "Delete the whole MachineKeys folder.",
         "answer": "Never: other services keep their keys there. Mend the one file's permissions."}],
       "collect": [{"role": "session-host", "channel": "System", "reason": "Schannel 36870 names the key error"}]},
      {"id": "tls-no-common-cipher", "title": "No cipher suite in common", "family": "tls", "phase": "tls",
       "explanation": "The client offers only cipher suites that the host does not allow, so the host ends the handshake.",
       "evidence": {},
       "remedies": [{"text": "Compare the cipher suites of both machines.", "risk": "none",
         "command": "Get-TlsCipherSuite | Format-Table Name"}],
       "confirmation": "Schannel 36880 appears on the next attempt.", "references": [],
       "collect": [{"role": "session-host", "channel": "System", "reason": "Schannel 36874 or 36888 would show it"}]},
      {"id": "auth-bad-credentials", "title": "Wrong user name or password", "family": "authentication",
       "explanation": "The authority rejects the user name or the secret.", "phase": "nla",
       "evidence": {},
       "remedies": [{"text": "Ask the user to type the password afresh.", "risk": "none"}],
       "confirmation": "Security 4624 follows.", "references": []},
      {"id": "session-limit-policy", "title": "Session time limit reached", "family": "session", "benign": true,
       "explanation": "A policy ends sessions that were idle too long.", "evidence": {},
       "remedies": [{"text": "Tell the user about the limit.", "risk": "none"}],
       "confirmation": "Nothing to confirm.", "references": []},
      {"id": "update-regression", "title": "Recent update broke the connection", "family": "host", "trigger": true,
       "explanation": "An update lies between the last success and the first failure.", "evidence": {},
       "remedies": [], "confirmation": "", "references": []}
    ]
    """#
}
