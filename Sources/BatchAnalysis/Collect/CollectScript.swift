public import EventSignals

/// A PowerShell script that exports the logs of a machine in one role, as one zip.
///
/// The channels and what is left out are tables beside this file; the script is a template with them filled in.
public struct CollectScript: Sendable {
  public let role: HostRole
  private let version: String

  public init(role: HostRole, version: String) {
    self.role = role
    self.version = version
  }

  /// The channels exported, in the order of the table.
  public var channels: [String] { rows("channels").map { $0[1] } }

  /// The whole script, in ASCII, with Windows line ends.
  public var text: String {
    let channels = rows("channels")
    let taken = channels.map { "#   \($0[1]): \($0[3])" + ($0[2].isEmpty ? "" : " (only these events)") }
    let leftOut = rows("left-out").map { "#   \($0[1]): \($0[2])" }
    let sources = channels.map {
      "  @{ Channel = \(Self.quoted($0[1])); Filter = \(Self.quoted($0[2])) }"
    }
    return Self.file("collect.ps1")
      .replacing("@ROLE@", with: role.rawValue)
      .replacing("@VERSION@", with: version)
      .replacing("@TAKEN@", with: taken.joined(separator: "\n"))
      .replacing("@LEFTOUT@", with: leftOut.joined(separator: "\n"))
      .replacing("@SOURCES@", with: sources.joined(separator: "\n"))
      .replacing("\n", with: "\r\n")
  }

  /// A single-quoted PowerShell string.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  private func rows(_ table: String) -> [[String]] {
    TableFile(Self.file("\(table).csv")).rows.filter { $0.first == role.rawValue }
  }

  private static func file(_ name: String) -> String {
    EmbeddedFiles.files.first { $0.path.description == "Collect/\(name)" }?.content.description ?? ""
  }
}

/// The rows of a small comma-separated table (RFC 4180), without its header.
struct TableFile {
  let rows: [[String]]

  init(_ text: String) {
    var rows: [[String]] = []
    for line in text.split(separator: "\n").dropFirst() {
      var cells: [String] = []
      var cell = ""
      var quoted = false
      for character in line {
        switch character {
        case "\"": quoted.toggle()
        case "," where !quoted:
          cells.append(cell)
          cell = ""
        default: cell.append(character)
        }
      }
      rows.append(cells + [cell])
    }
    self.rows = rows
  }
}
