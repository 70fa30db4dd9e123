import BatchAnalysis
import Diagnosis
import EventSignals
import Foundation
import KnowledgeBase
import Testing

/// The PowerShell of `faultline collect`.
struct CollectScriptTests {
  private func text(_ role: HostRole) -> String { CollectScript(role: role, version: "1.2.3").text }

  @Test(arguments: HostRole.allCases)
  func `every role has channels, reasons and a filled template`(role: HostRole) {
    let script = CollectScript(role: role, version: "1.2.3")
    #expect(script.channels.count >= 2)
    #expect(Set(script.channels).count == script.channels.count)
    for channel in script.channels { #expect(script.text.contains("Channel = '\(channel)'")) }
    #expect(!script.text.contains("@ROLE@") && !script.text.contains("@TAKEN@"))
    #expect(script.text.contains("faultline 1.2.3"))
    #expect(script.text.contains("# Left out:\r\n#   "))
  }

  @Test func `quotes inside a filter are doubled`() {
    #expect(text(.client).contains("Provider[@Name=''Schannel''"))
  }

  @Test func `lines end as Windows wants them`() {
    #expect(text(.gateway).utf8.count { $0 == 10 } == text(.gateway).utf8.count { $0 == 13 })
  }

  @Test func `every channel a signal is logged in is exported from the machine that logs it`() throws {
    let exported = Dictionary(
      uniqueKeysWithValues: HostRole.allCases.map { ($0, CollectScript(role: $0, version: "1").channels) })
    for signal in try KnowledgeBase.builtIn().signals {
      guard let channel = signal.meaning.channel, !channel.hasSuffix("/Analytic"),
        !channel.hasSuffix("/Debug")
      else {
        continue
      }
      if let role = signal.meaning.proves {
        #expect(
          exported[role]?.contains(channel) == true, "\(signal.name): \(channel) of the \(role.rawValue)")
      } else {
        #expect(exported.values.contains { $0.contains(channel) }, "\(signal.name): \(channel)")
      }
    }
  }

  /// Windows takes about two dozen comparisons in one query and calls more of them invalid.
  @Test(arguments: HostRole.allCases)
  func `no filter is too long for the event log, and each is balanced`(role: HostRole) {
    for line in text(role).split(separator: "\r\n") where line.hasPrefix("  @{ Channel") {
      let filter = line.split(separator: "Filter = ", maxSplits: 1).last ?? ""
      #expect(filter.count { $0 == "=" } < 22, "\(line)")
      for pair in ["()", "[]"] {
        let open = line.count { $0 == pair.first }
        #expect(open == line.count { $0 == pair.last }, "\(line)")
      }
    }
  }

  @Test(arguments: HostRole.allCases)
  func `keeps to what Windows PowerShell 5.1 understands`(role: HostRole) {
    let code = text(role).split(separator: "\r\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    for line in code {
      for word in ["&&", "||", "??", "?.", "?[", " ? ", "-Parallel", "clean {", "$IsWindows"] {
        #expect(!line.contains(word), "\(word) in \(line)")
      }
    }
    #expect(text(role).utf8.allSatisfy { $0 < 128 })
  }

  /// Parsed with the grammar tree-sitter-powershell (PyPI), where Python has it.
  @Test func `is PowerShell`() throws {
    let check = """
      import sys
      try:
          import tree_sitter, tree_sitter_powershell
      except ImportError:
          sys.exit(77)
      parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
      def faults(node):
          if node.is_error or node.is_missing:
              print(node.start_point, node.text)
          return (node.is_error or node.is_missing) + sum(faults(child) for child in node.children)
      sys.exit(min(1, faults(parser.parse(sys.stdin.buffer.read()).root_node)))
      """
    for role in HostRole.allCases {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-c", check]
      let input = Pipe()
      process.standardInput = input
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(text(role).utf8))
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      if [77, 127].contains(process.terminationStatus) {
        print(
          "scripts not parsed: python3 with tree-sitter and tree-sitter-powershell is missing (pip install)")
        return
      }
      #expect(process.terminationStatus == 0, "\(role.rawValue)")
    }
  }
}
