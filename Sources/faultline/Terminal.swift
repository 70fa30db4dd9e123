import Foundation

/// Standard output and standard error as the command uses them.
enum Terminal {
  /// Writes bytes to standard output; false when they cannot be written.
  static func write(_ bytes: some Sequence<UInt8>) -> Bool {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
      return true
    } catch { return false }
  }

  /// Writes a line to standard error.
  static func note(_ line: String) { raw(line + "\n") }

  /// Writes to standard error as it is.
  static func raw(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether colour was ruled out for all programs (https://no-color.org).
  static var refusesColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
  }

  /// Whether a build server runs the program, which keeps what is said for people to read later.
  static var isWatchedByBuild: Bool {
    ProcessInfo.processInfo.environment["CI"].map { !$0.isEmpty && $0 != "false" && $0 != "0" } ?? false
  }

  /// Columns of the terminal that standard output is, or nil where it is none.
  static var width: Int? { width(of: STDOUT_FILENO) }
  /// Columns of the terminal that standard error is, or nil where it is none.
  static var errorWidth: Int? { width(of: STDERR_FILENO) }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A text that cannot move the cursor or ring a bell: control characters are shown as `\u{…}`.
  static func harmless(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .control || scalar.properties.isBidiControl {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
