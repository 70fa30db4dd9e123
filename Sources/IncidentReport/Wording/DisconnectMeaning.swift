import StatusCodes

/// What a disconnect reason says, from the tables of `StatusCodes`.
public enum DisconnectMeaning {
  /// Reason and, where it is known, extended reason in a few words; nil when the reason is unknown.
  ///
  /// 0 as extended reason says nothing and is left out.
  public static func text(reason: UInt32, extended: UInt32?) -> String? {
    guard let known = StatusCodes.disconnectReason(reason) else { return nil }
    let first = short(known)
    guard let extended, extended != 0, let second = StatusCodes.extendedReason(extended) else { return first }
    return "\(first); extended: \(short(second))"
  }

  private static func short(_ code: StatusCode) -> String {
    let meaning = Sentences.first(of: code.meaning)
    return code.symbol.map { "\($0): \(meaning)" } ?? meaning
  }
}
