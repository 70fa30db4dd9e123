import ArgumentParser
import BatchAnalysis

/// `faultline stats PATH...`
struct Stats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is in these logs: hosts, roles, channels, spans, gaps, clears, damage.",
    discussion: """
      EXAMPLES
        faultline stats logs/
      """)

  @OptionGroup var input: InputOptions

  func run() async throws {
    var options = input.options()
    options.keepsSupporting = true
    options.checksEveryBody = true
    let site = await input.read(with: BatchAnalysis(knowledge: try input.knowledge(), options: options))
    let text = StatisticsText(SiteStatistics(site)).text(width: Terminal.width ?? 100)
    let written = Terminal.write(text.utf8)
    if let status = ExitStatus.of(site, outputFailed: !written, strict: false, failOnMet: false) {
      throw status
    }
  }
}
