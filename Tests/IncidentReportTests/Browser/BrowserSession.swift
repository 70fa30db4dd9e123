import Foundation

/// A headless Chromium driven through WebDriver (W3C), with what it logged and asked the network for.
final class BrowserSession: Sendable {
  /// What is needed, or nil when all of it is here.
  static let missing: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    let absent = ["chromium", "chromedriver"].filter { name in
      !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
    guard !absent.isEmpty else { return nil }
    let note =
      "browser tests skipped: \(absent.joined(separator: ", ")) not found (apt-get install chromium chromium-driver)"
    print(note)
    return note
  }()

  struct Failure: Error {
    var text: String
  }

  private let driver: Process
  private let port: UInt16
  private let session: String

  /// Starts a driver on a port of its own choice and opens a session.
  init(width: Int = 1_280, height: Int = 900) throws {
    driver = Process()
    driver.executableURL = URL(filePath: "/usr/bin/env")
    driver.arguments = ["chromedriver", "--port=0"]
    let output = Pipe()
    driver.standardOutput = output
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    var text = ""
    var found: UInt16?
    while found == nil {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(text: "chromedriver ended: \(text)") }
      text += String(decoding: data, as: UTF8.self)
      found = text.firstMatch(of: /started successfully on port (\d+)/).flatMap { UInt16($0.1) }
    }
    port = found ?? 0
    let options: [String: Any] = [
      "args": ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=\(width),\(height)"]
    ]
    let capabilities: [String: Any] = [
      "capabilities": [
        "alwaysMatch": [
          "browserName": "chrome", "goog:chromeOptions": options,
          "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
        ] as [String: Any]
      ]
    ]
    do {
      let answer = try Self.send("POST", port: port, path: "/session", capabilities)
      guard let id = (answer as? [String: Any])?["sessionId"] as? String else {
        throw Failure(text: "no session")
      }
      session = id
    } catch {
      _ = try? LocalHTTP.send("GET", port: port, path: "/shutdown", body: Data())
      driver.terminate()
      throw error
    }
  }

  func close() {
    _ = try? Self.send("DELETE", port: port, path: "/session/\(session)", nil)
    // The driver keeps running on a signal to end; it wants to be asked.
    _ = try? LocalHTTP.send("GET", port: port, path: "/shutdown", body: Data())
    driver.terminate()
  }

  /// Opens a page kept in a file of its own.
  func open(_ page: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString).html")
    try Data(page).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try command("POST", "url", ["url": file.absoluteString])
  }

  /// Shows the page as a screen of that size would.
  func resize(width: Int, height: Int) throws {
    _ = try devtools(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  /// Opens pages from now on as a browser that runs no scripts.
  func forbidScripts() throws {
    _ = try devtools("Emulation.setScriptExecutionDisabled", ["value": true])
  }

  /// A number worked out by the browser itself, whether or not the page may run scripts.
  func evaluate(_ expression: String) throws -> Int {
    let answer = try devtools("Runtime.evaluate", ["expression": expression, "returnByValue": true])
    let result = (answer as? [String: Any])?["result"] as? [String: Any]
    guard let value = result?["value"] as? Int else { throw Failure(text: "\(answer) for \(expression)") }
    return value
  }

  private func devtools(_ name: String, _ parameters: [String: Any]) throws -> Any {
    try command("POST", "goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  /// What a script returns.
  func run<Value>(_ script: String, as type: Value.Type = Value.self) throws -> Value {
    let answer = try command("POST", "execute/sync", ["script": script, "args": [Any]()])
    guard let value = answer as? Value else { throw Failure(text: "\(answer) for \(script)") }
    return value
  }

  /// Presses and releases keys one after the other.
  func press(_ keys: [String]) throws {
    let actions = keys.flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
    _ = try command(
      "POST", "actions", ["actions": [["type": "key", "id": "keys", "actions": actions] as [String: Any]]])
  }

  /// Messages of the console.
  func console() throws -> [String] {
    let answer = try command("POST", "se/log", ["type": "browser"])
    return (answer as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
  }

  /// Addresses the page asked for, its own left out.
  func requests() throws -> [String] {
    let answer = try command("POST", "se/log", ["type": "performance"])
    return (answer as? [[String: Any]] ?? []).compactMap { entry in
      guard let text = entry["message"] as? String, text.contains("\"Network.requestWillBeSent\"") else {
        return nil
      }
      return text.firstMatch(of: /"url":"([^"]*)"/).map { String($0.1) }
    }.filter { !$0.hasPrefix("file:///tmp/report-") && !$0.hasPrefix("data:") }
  }

  private func command(_ method: String, _ path: String, _ body: [String: Any]) throws -> Any {
    try Self.send(method, port: port, path: "/session/\(session)/\(path)", body)
  }

  private static func send(_ method: String, port: UInt16, path: String, _ body: [String: Any]?) throws -> Any
  {
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let answer =
      try JSONSerialization.jsonObject(
        with: LocalHTTP.send(method, port: port, path: path, body: data)) as? [String: Any]
    let value = answer?["value"] ?? NSNull()
    if let error = value as? [String: Any], let text = error["error"] as? String {
      throw Failure(text: "\(text): \(error["message"] ?? "")")
    }
    return value
  }
}
