/// Files that people mistake for an export of an event log, and the command that makes one.
struct ForeignFormat {
  let found: String
  let advice: String

  private static let exportAgain =
    "export the log with `wevtutil epl LOGNAME FILE.evtx` or, as XML, `wevtutil qe LOGNAME /f:xml /uni:true > FILE.xml`"
  private static let unpack = "unpack it, or give it to faultline as an archive file with its own name"

  private static let magics: [(offset: Int, bytes: [UInt8], found: String, advice: String)] = [
    (
      4, Array("LfLe".utf8), "a classic .evt log of Windows XP or Server 2003",
      "convert it on Windows with `wevtutil epl FILE.evt FILE.evtx /lf:true`"
    ),
    (0, [0x50, 0x4B, 0x03, 0x04], "a ZIP archive", unpack),
    (0, [0x1F, 0x8B], "a gzip archive", unpack),
    (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", unpack),
    (0, Array("MSCF".utf8), "a cabinet file", unpack),
    (0, [0xFF, 0xD8, 0xFF], "a JPEG picture", exportAgain),
    (0, [0x89, 0x50, 0x4E, 0x47], "a PNG picture", exportAgain),
    (0, Array("%PDF".utf8), "a PDF document", exportAgain),
    (0, Array("regf".utf8), "a registry hive", exportAgain),
    (0, Array("MZ".utf8), "a Windows program", exportAgain),
    (0, [0xD0, 0xCF, 0x11, 0xE0], "an old Office document", exportAgain),
    (0, [0x7F, 0x45, 0x4C, 0x46], "a Linux program", exportAgain),
  ]

  /// A format told by its first bytes; nil for text.
  static func recognise(magic bytes: [UInt8]) -> ForeignFormat? {
    for magic in magics where bytes.dropFirst(magic.offset).starts(with: magic.bytes) {
      return ForeignFormat(found: magic.found, advice: magic.advice)
    }
    return nil
  }

  /// A text told by its first characters, for certain; nil when it may hold records.
  static func recognise(text: [UInt8]) -> ForeignFormat? {
    // Every file comes by here, and nearly none needs a search for words.
    guard text.prefix(2048).withUnsafeBytes({ ByteSearch.holds("<Obj", in: $0) }) else { return nil }
    let head = String(decoding: text.prefix(2048), as: UTF8.self)
    if head.contains("<Objs ") && head.contains("schemas.microsoft.com/powershell") {
      return ForeignFormat(
        found: "objects written by Export-Clixml",
        advice: "use `Get-WinEvent -LogName LOGNAME | ForEach-Object { $_.ToXml() } > FILE.xml`, or "
          + "`wevtutil epl LOGNAME FILE.evtx`")
    }
    if head.contains("<Objects>") || head.contains("<Object Type=\"System.Diagnostics.Eventing") {
      return ForeignFormat(
        found: "objects written by ConvertTo-Xml",
        advice: "use `Get-WinEvent -LogName LOGNAME | ForEach-Object { $_.ToXml() } > FILE.xml`, or "
          + "`wevtutil epl LOGNAME FILE.evtx`")
    }
    return nil
  }

  /// What a text without a single record seems to be.
  static func guess(text: [UInt8]) -> ForeignFormat {
    let head = String(decoding: text.prefix(2048), as: UTF8.self)
    let found: String
    if head.contains("Event[0]") {
      found = "the text form of wevtutil"
    } else if head.contains("Level,Date and Time,Source,Event ID")
      || head.contains("Level\tDate and Time\tSource")
    {
      found = "a CSV or text export of Event Viewer"
    } else if head.hasPrefix("#TYPE ") || head.contains("\"Message\",\"Id\"")
      || head.contains("\"TimeCreated\",")
    {
      found = "a CSV export of PowerShell"
    } else if head.contains("Log Name:") || head.contains("Event ID:") {
      found = "events copied as text without their XML"
    } else if text.allSatisfy({ $0 == 0 }) {
      found = "nothing but NUL bytes"
    } else if text.contains(where: { $0 < 0x09 }) {
      found = "an unknown binary file"
    } else if head.contains("<") {
      found = "XML or HTML without a single event"
    } else {
      found = "a text without a single event"
    }
    return ForeignFormat(found: found, advice: exportAgain)
  }
}
