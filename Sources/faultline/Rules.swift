import ArgumentParser
import BatchAnalysis
import KnowledgeBase

/// `faultline rules list|show|check|test`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, show, check and test the rules that say what events and causes are.",
    discussion: """
      EXAMPLES
        faultline rules list                     all built-in causes and signals
        faultline rules show cert-private-key-acl
        faultline rules check my-rules/          the house rules, for your own folder
        faultline rules test my-rules/           every rule against the examples in its file
      """,
    subcommands: [RulesList.self, RulesShow.self, RulesCheck.self, RulesTest.self],
    defaultSubcommand: RulesList.self)
}

/// The folder of rules most of the subcommands take.
struct RuleFolderOption: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A folder of your own rules; the built-in ones without it.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  func base() throws -> KnowledgeBase {
    do {
      let base = try KnowledgeBase.builtIn()
      return try folder.map { folder throws(KnowledgeError) in try base.adding(folder: folder) } ?? base
    } catch {
      Terminal.note("faultline: \(Terminal.harmless(error.description))")
      if case .unreadableFolder = error { throw ExitStatus.missingInput }
      throw ExitStatus.ownFault
    }
  }

  /// Tells findings; ends with 65 where there are any.
  static func tell(_ findings: [KnowledgeWarning]) throws {
    for finding in findings { Terminal.note("faultline: \(Terminal.harmless(finding.description))") }
    guard findings.isEmpty else { throw ExitStatus.nothingReadable }
  }
}

struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every rule: kind, id and title.")
  @OptionGroup var rules: RuleFolderOption

  func run() throws {
    let text = RuleListText(try rules.base().listing).text
    guard Terminal.write(text.utf8) else { throw ExitStatus.cannotWrite }
  }
}

struct RulesShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "One rule as YAML.")

  @Argument(help: "The rule's id.")
  var id: String
  @OptionGroup var rules: RuleFolderOption

  func run() throws {
    let base = try rules.base()
    guard let rule = base.listing.first(where: { $0.id == id }), let text = base.text(of: rule) else {
      Terminal.note("faultline: there is no rule \(Terminal.harmless(id)); 'faultline rules list' names all")
      throw ExitStatus.missingInput
    }
    guard Terminal.write(text.utf8) else { throw ExitStatus.cannotWrite }
  }
}

struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What is wrong with the rules of a folder, or the built-in ones.")
  @OptionGroup var rules: RuleFolderOption

  func run() throws {
    try RuleFolderOption.tell(RuleCheck(try rules.base()).findings(folder: rules.folder))
  }
}

struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run every signal and cause against the examples in its own file.")
  @OptionGroup var rules: RuleFolderOption

  func run() throws {
    let test = RuleTest(try rules.base())
    try RuleFolderOption.tell(test.failures(folder: rules.folder))
    let count = test.exampleCount(folder: rules.folder)
    guard Terminal.write("All \(count) examples went as their files say.\n".utf8) else {
      throw ExitStatus.cannotWrite
    }
  }
}
