import WindowsEventLog

/// The wevtutil command that exports a channel around an incident.
struct ExportCommand {
  var host: String
  var channel: String
  var from: WindowsTime
  var to: WindowsTime

  /// Minutes before and after the incident that the export takes in.
  static let before = 15.0
  static let after = 5.0

  /// For an elevated prompt on the machine itself; runs in cmd and in PowerShell.
  var text: String {
    let start = from.advanced(bySeconds: -Self.before * 60).iso8601
    let end = to.advanced(bySeconds: Self.after * 60).iso8601
    let file = "\(Self.fileName(host))-\(Self.fileName(channel)).evtx"
    return "wevtutil epl \"\(channel)\" \"\(file)\" "
      + "/q:\"*[System[TimeCreated[@SystemTime>='\(start)' and @SystemTime<='\(end)']]]\""
  }

  /// A host or channel as part of a file name: only letters, digits, dots and dashes; never a path.
  private static func fileName(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let plain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      name.unicodeScalars.append(plain || scalar == "-" || scalar == "." ? scalar : "-")
    }
    return name
  }
}
