import ArgumentParser
import BatchAnalysis
import StatusCodes

/// `faultline explain CODE...`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what codes and events mean, what they do not prove and where they appear.",
    discussion: """
      EXAMPLES
        faultline explain 0x904/0x7                  the two numbers of the client's dialog
        faultline explain 2308 0x8009030D            decimal, hexadecimal
        faultline explain -2146893043                signed decimal
        faultline explain SEC_E_NO_CREDENTIALS       a symbol, or part of one
        faultline explain alert 40                   a TLS alert
        faultline explain Schannel/36874 event 226   events, with or without their provider

      Status 65 when none of the codes is known.
      """)

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("What to explain.", valueName: "code"))
  var codes: [String]

  func validate() throws {
    if codes.isEmpty { throw ValidationError("Give at least one code.") }
  }

  func run() throws {
    let explanations = CodeQuery.queries(in: codes).map(CodeExplanation.init)
    let width = min(max(Terminal.width ?? 100, 40), 120)
    let text = explanations.map { $0.text(width: width) }.joined(separator: "\n")
    guard Terminal.write(text.utf8) else { throw ExitStatus.cannotWrite }
    guard explanations.contains(where: \.isKnown) else { throw ExitStatus.nothingReadable }
  }
}
