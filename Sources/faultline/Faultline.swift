import ArgumentParser

/// Where the program begins.
@main
enum Program {
  static func main() async {
    Interrupt.listen()
    await Faultline.main()
  }
}

/// The command: flags in, a report or an answer out; every decision is made in the library.
struct Faultline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faultline",
    abstract: "Says why Remote Desktop connections failed, from exported Windows event logs.",
    discussion: """
      Give it the logs of every machine on the way (client, session host, gateway, broker, domain
      controller), exported as XML, .evtx or JSON lines: files, folders, archives, or - for standard
      input. The paths of one run are one site.

      EXAMPLES
        faultline logs/                              the diagnosis, in the terminal
        faultline logs.zip --report-dir report       the same, and a report to forward
        wevtutil qe System /f:xml | faultline -      a log from another program
        faultline explain 0x904/0x7                  what two numbers of a dialog mean
        faultline collect --role session-host        a script that exports the right logs

      Exit status: 0 done; 1 --fail-on met; 64 usage; 65 nothing readable; 66 an input does not exist;
      70 a fault of the program; 73 output cannot be written; 130 interrupted.
      """,
    version: ProgramVersion.current,
    subcommands: [
      Analyze.self, Explain.self, Events.self, Stats.self, Extract.self, Rules.self, Collect.self,
    ],
    defaultSubcommand: Analyze.self)
}
