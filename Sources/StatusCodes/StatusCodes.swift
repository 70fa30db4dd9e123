/// What the codes of Remote Desktop, TLS, Windows security and networking are called and mean.
public enum StatusCodes {
  /// Every family, the most RDP-specific first.
  public static var families: [CodeFamily] { CodeTables.families }

  /// Every known code, by family, then value.
  public static var all: [StatusCode] { CodeTables.codes }

  /// Explains one code as written: a number, a symbol, a pair, an alert or an event.
  public static func lookup(_ text: String) -> CodeAnswer { lookup(CodeQuery(text)) }

  /// Explains one code; an unknown one gets an answer without readings.
  public static func lookup(_ query: CodeQuery) -> CodeAnswer {
    switch query {
    case .number(let value, let text): number(value, text: text, query: query)
    case .pair(let reason, let extended):
      CodeAnswer(
        query: query,
        readings: [code(reason, in: "disconnect-reasons")].compactMap(\.self)
          + ["extended-reasons", "errinfo"].compactMap { code(extended, in: $0) },
        searched: families.filter { ["disconnect-reasons", "extended-reasons", "errinfo"].contains($0.id) })
    case .alert(let value):
      CodeAnswer(
        query: query, readings: [code(value, in: "tls-alerts")].compactMap(\.self),
        searched: families.filter { $0.id == "tls-alerts" })
    case .event(let provider, let id):
      CodeAnswer(query: query, event: .init(provider: provider, id: id))
    case .symbol(let text): symbol(text, query: query)
    }
  }

  /// One value of one family, or nil.
  public static func code(_ value: UInt32, in family: String) -> StatusCode? {
    readings(of: value).first { $0.family.id == family }
  }

  /// A disconnect reason of the client (event 1026 Value), or nil.
  public static func disconnectReason(_ value: UInt32) -> StatusCode? {
    code(value, in: "disconnect-reasons")
  }

  /// An extended reason (the second number of the client's dialog), or nil.
  public static func extendedReason(_ value: UInt32) -> StatusCode? { code(value, in: "extended-reasons") }

  /// An HRESULT, SSPI, certificate or NTSTATUS value, also one wrapped in another; nil when unknown.
  public static func status(_ value: UInt32) -> StatusCode? {
    let known = readings(of: value).first { $0.value > 0xFFFF && $0.family.id != "disconnect-reasons" }
    return known ?? carriedReadings(of: value).readings.first
  }

  /// Whether a word is the symbol of a code.
  public static func isSymbol(_ word: String) -> Bool {
    let wanted = word.lowercased()
    return all.contains { Self.names(of: $0).contains(wanted) }
  }

  static func readings(of value: UInt32) -> [StatusCode] {
    (CodeTables.places[value] ?? []).map { CodeTables.codes[$0] }
  }

  private static func number(_ value: UInt32, text: String, query: CodeQuery) -> CodeAnswer {
    var answer = CodeAnswer(query: query, readings: readings(of: value), searched: families)
    answer.structure = StatusStructure(value)
    if answer.readings.isEmpty {
      let found = carriedReadings(of: value)
      answer.readings = found.readings
      answer.carried = found.readings.isEmpty ? nil : found.note
    }
    // Eight plain digits may be a hexadecimal code that lost its 0x.
    if answer.readings.isEmpty, text.utf8.count == 8, let hex = UInt32(text, radix: 16), hex != value {
      answer.readings = readings(of: hex)
      if !answer.readings.isEmpty { answer.carried = "\(text) read as hexadecimal, 0x\(text.uppercased())" }
    }
    if value <= 0xFFFF { answer.event = .init(provider: nil, id: value) }
    return answer
  }

  /// What a value holds inside: a Win32 code in an HRESULT, an NTSTATUS with the bit 0x10000000.
  private static func carriedReadings(of value: UInt32) -> (readings: [StatusCode], note: String) {
    let whole = "0x" + String(value, radix: 16, uppercase: true)
    if value >> 16 == 0x8007 {
      let inner = value & 0xFFFF
      let found = readings(of: inner).filter { ["gateway", "winsock", "win32"].contains($0.family.id) }
      return (found, "\(whole) carries the Win32 code 0x" + String(inner, radix: 16, uppercase: true))
    }
    if value & 0xD000_0000 == 0xD000_0000 {
      let inner = value & ~0x1000_0000
      let found = readings(of: inner).filter { $0.family.id == "ntstatus" }
      return (found, "\(whole) carries the NTSTATUS 0x" + String(inner, radix: 16, uppercase: true))
    }
    return ([], "")
  }

  private static func symbol(_ text: String, query: CodeQuery) -> CodeAnswer {
    let wanted = text.lowercased()
    var found = all.filter { names(of: $0).contains(wanted) }
    if found.isEmpty, wanted.utf8.count >= 3 {
      found = all.filter { $0.symbol?.lowercased().contains(wanted) == true }
    }
    return CodeAnswer(query: query, readings: found, searched: families)
  }

  /// A symbol in lower case, and the name inside `HRESULT_FROM_WIN32(…)`.
  private static func names(of code: StatusCode) -> [String] {
    guard let symbol = code.symbol?.lowercased() else { return [] }
    guard let open = symbol.firstIndex(of: "(") else {
      // `WININET ERROR_INTERNET_TIMEOUT`: the header's name in front.
      return [symbol] + symbol.split(separator: " ").dropFirst().map(String.init)
    }
    let inner = symbol[symbol.index(after: open)...].prefix { $0 != ")" && $0 != " " }
    return [symbol, String(inner)]
  }
}
