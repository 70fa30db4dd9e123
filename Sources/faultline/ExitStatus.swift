import ArgumentParser
import BatchAnalysis

/// The statuses the program promises to end with.
enum ExitStatus {
  static let failOnMet = ExitCode(1)
  /// BSD sysexits.h: EX_DATAERR, EX_NOINPUT, EX_SOFTWARE, EX_CANTCREAT.
  static let nothingReadable = ExitCode(65)
  static let missingInput = ExitCode(66)
  static let ownFault = ExitCode(70)
  static let cannotWrite = ExitCode(73)
  /// 128 + SIGINT.
  static let interrupted = ExitCode(130)

  /// The first that applies, in the promised order; nil when all is well.
  static func of(_ site: ReadSite, outputFailed: Bool, strict: Bool, failOnMet met: Bool) -> ExitCode? {
    if site.isInterrupted { return interrupted }
    if outputFailed { return cannotWrite }
    if site.hasMissingInput { return missingInput }
    if site.isEmpty || (strict && site.hasDamage) { return nothingReadable }
    return met ? failOnMet : nil
  }
}
