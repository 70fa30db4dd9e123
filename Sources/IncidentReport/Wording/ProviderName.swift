/// Provider names as people say them.
enum ProviderName {
  private static let prefixes = ["Microsoft-Windows-", "TerminalServices-", "RemoteDesktopServices-"]

  /// The name without its vendor prefixes: `RdpCoreTS`, `Schannel`, `Security-Auditing`.
  static func short(_ provider: String) -> String {
    var rest = provider[...]
    for prefix in prefixes where rest.hasPrefix(prefix) && rest.count > prefix.count {
      rest = rest.dropFirst(prefix.count)
    }
    return String(rest)
  }
}
