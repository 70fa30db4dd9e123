import Foundation
import Testing

/// Ctrl-C, sent to a running program.
struct InterruptTests {
  let tool: Tool
  let folder: URL

  init() throws {
    tool = try Tool()
    folder = try Tool.temporaryFolder()
  }

  /// Starts the program with its standard input left open, so that reading `-` does not end.
  private func start(_ arguments: [String]) throws -> (
    process: Process, input: Pipe, output: Pipe, errors: Pipe
  ) {
    let process = Process()
    process.executableURL = tool.binary
    process.arguments = arguments
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return (process, input, output, errors)
  }

  private func text(_ pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  @Test func `the first one reports what is known and ends with 130`() throws {
    let run = try start(["analyze", Tool.demo, "-", "--jobs", "2", "--progress", "always"])
    // All but standard input, which does not end.
    var told = ""
    while !told.contains("read 3 of 4 files") {
      let more = run.errors.fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      told += String(decoding: more, as: UTF8.self)
    }
    run.process.interrupt()
    let report = text(run.output)
    run.process.waitUntilExit()
    #expect(run.process.terminationReason == .exit)
    #expect(run.process.terminationStatus == 130)
    #expect(report.contains("Private key of the RDP certificate not readable"))
    #expect(text(run.errors).contains("the run was interrupted"))
  }

  #if os(Linux)
    /// Whether the program has taken over SIGINT, the second bit of the signals it ignores.
    private func isListening(_ process: Process) -> Bool {
      let path = "/proc/\(process.processIdentifier)/status"
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let ignored = text.split(separator: "\n").first { $0.hasPrefix("SigIgn:") }?.split(separator: "\t").last
      return ignored.flatMap { UInt64($0, radix: 16) }.map { $0 & 2 != 0 } ?? false
    }

    /// Rules enough to keep the program busy before it reads anything; whether it is done with them or not
    /// when the signal comes, it must end the same way.
    @Test func `one before the reading begins is kept for it`() throws {
      let rule = "title: filler\n" + String(repeating: "- a: [1, 2, 3]\n", count: 2_000)
      for number in 0..<40 {
        try Data(rule.utf8).write(to: folder.appending(path: "filler-\(number).yml"))
      }
      let run = try start(["analyze", "-", "--rules", folder.path, "--quiet"])
      for _ in 0..<1_000 where !isListening(run.process) { Thread.sleep(forTimeInterval: 0.01) }
      run.process.interrupt()
      _ = text(run.output)
      run.process.waitUntilExit()
      #expect(run.process.terminationReason == .exit)
      #expect(run.process.terminationStatus == 130)
    }
  #endif
}
