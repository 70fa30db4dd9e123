import ArgumentParser
import BatchAnalysis

/// `faultline extract PATH...`
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the signals of logs as JSON lines, to be analyzed elsewhere.",
    discussion: """
      Each source opens with a line that carries its account of bytes and records and what it covers; what could
      not be read is told in a line of its own.
      `faultline analyze` takes such files beside logs and gives the same report as from the logs.

      EXAMPLES
        faultline extract host1/ > host1.jsonl
        faultline analyze host1.jsonl host2.jsonl
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp("Write there instead of to standard output.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Hash every input (SHA-256).")
  var hash = false

  func run() async throws {
    var options = input.options()
    options.keepsSupporting = true
    options.hashes = hash
    let site = await input.read(with: BatchAnalysis(knowledge: try input.knowledge(), options: options))
    let lines = try ExtractWriter().lines(of: site)
    let written = output.map { OutputFiles.write(lines, to: $0) } ?? Terminal.write(lines)
    if let status = ExitStatus.of(site, outputFailed: !written, strict: false, failOnMet: false) {
      throw status
    }
  }
}
