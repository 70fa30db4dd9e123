import ArgumentParser
import BatchAnalysis
import IncidentReport

/// The file of `--suppress`, with the statuses its faults end in.
enum SuppressionArgument {
  static func read(_ path: String) throws -> [Suppression] {
    do {
      return try SuppressionFile.read(path)
    } catch {
      Terminal.note("faultline: \(Terminal.harmless(error.description))")
      throw error.isMissing ? ExitStatus.missingInput : ExitCode(64)
    }
  }
}
