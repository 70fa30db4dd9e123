/// Reads what every record needs of an event written as JSON, without making values of it.
///
/// It knows the shape of evtx_dump and the flat lines of EvtxECmd, written plainly, and declines all else:
/// `JSONParser` and `JSONEvent` judge that.
struct JSONHeaderScanner {
  private var cursor: JSONCursor
  private var header = JSONHeader()

  private init(_ text: PaddedText, _ frame: ByteRange) { cursor = JSONCursor(text, frame) }

  /// The header of an object; nil where that is not sure.
  static func header(of frame: ByteRange, in text: PaddedText) -> JSONHeader? {
    var scanner = JSONHeaderScanner(text, frame)
    return scanner.object() ? scanner.header : nil
  }

  /// An object with an `Event`, or a flat line.
  private mutating func object() -> Bool {
    guard cursor.take(UInt8(ascii: "{")) else { return false }
    while let key = cursor.key() {
      if cursor.text(key, is: "Event") { return event() }
      guard line(key) else { return false }
    }
    return cursor.isPlain && header.has(.eventID)
  }

  private mutating func event() -> Bool {
    guard cursor.take(UInt8(ascii: "{")) else { return false }
    while let key = cursor.key() {
      if cursor.text(key, is: "System") { return system() }
      guard cursor.skipValue() else { return false }
    }
    return false
  }

  private mutating func system() -> Bool {
    guard cursor.take(UInt8(ascii: "{")) else { return false }
    while let key = cursor.key() {
      guard systemMember(key) else { return false }
    }
    header.bodyStart = cursor.index
    return cursor.isPlain && header.has(.eventID)
  }

  private mutating func systemMember(_ key: ByteRange) -> Bool {
    if cursor.text(key, is: "Provider") { return header.meet(.provider) && provider() }
    if cursor.text(key, is: "EventID") { return header.meet(.eventID) && eventID() }
    if cursor.text(key, is: "EventRecordID") { return header.meet(.recordID) && recordID() }
    if cursor.text(key, is: "TimeCreated") { return header.meet(.time) && time() }
    if cursor.text(key, is: "Channel") { return header.meet(.channel) && channel() }
    if cursor.text(key, is: "Computer") { return header.meet(.computer) && computer() }
    // Attributes of their own stand beside an element in one of evtx_dump's modes.
    guard !cursor.ends(key, with: "_attributes"), !cursor.text(key, is: "#attributes") else { return false }
    return cursor.skipValue()
  }

  /// A member of EvtxECmd's line.
  private mutating func line(_ key: ByteRange) -> Bool {
    if cursor.text(key, is: "EventId") { return header.meet(.eventID) && eventID() }
    if cursor.text(key, is: "Provider") { return header.meet(.provider) && providerName() }
    if cursor.text(key, is: "EventRecordId") { return header.meet(.recordID) && recordID() }
    if cursor.text(key, is: "TimeCreated") { return header.meet(.time) && systemTime() }
    if cursor.text(key, is: "Channel") { return header.meet(.channel) && channel() }
    if cursor.text(key, is: "Computer") { return header.meet(.computer) && computer() }
    return !cursor.text(key, is: "System") && cursor.skipValue()
  }

  /// `{"#attributes": {"Name": …, "EventSourceName": …}}`
  private mutating func provider() -> Bool {
    guard openAttributes() else { return false }
    while let key = cursor.key() {
      if cursor.text(key, is: "Name") {
        guard header.provider.count == 0, providerName() else { return false }
      } else if cursor.text(key, is: "EventSourceName") {
        guard header.eventSourceName.count == 0, let name = cursor.scalar() else { return false }
        header.eventSourceName = name
      } else if !cursor.skipValue() {
        return false
      }
    }
    return closeAttributes()
  }

  /// `{"#attributes": {"SystemTime": …}}`
  private mutating func time() -> Bool {
    guard openAttributes() else { return false }
    while let key = cursor.key() {
      if cursor.text(key, is: "SystemTime") {
        guard header.systemTime.count == 0, systemTime() else { return false }
      } else if !cursor.skipValue() {
        return false
      }
    }
    return closeAttributes()
  }

  private mutating func openAttributes() -> Bool {
    guard cursor.take(UInt8(ascii: "{")), let key = cursor.key(), cursor.text(key, is: "#attributes") else {
      return false
    }
    return cursor.take(UInt8(ascii: "{"))
  }

  private mutating func closeAttributes() -> Bool {
    // No text or other member may follow the attributes.
    cursor.isPlain && cursor.key() == nil && cursor.isPlain
  }

  /// A number, or `{"#attributes": {"Qualifiers": …}, "#text": …}` in either order.
  private mutating func eventID() -> Bool {
    var digits = ByteRange.none
    if cursor.take(UInt8(ascii: "{")) {
      while let key = cursor.key() {
        if cursor.text(key, is: "#text") {
          guard digits.count == 0, let found = cursor.scalar() else { return false }
          digits = found
        } else {
          guard cursor.text(key, is: "#attributes"), cursor.skipValue() else { return false }
        }
      }
      guard cursor.isPlain else { return false }
    } else {
      guard let found = cursor.scalar() else { return false }
      digits = found
    }
    guard let number = HeaderNumber.parse(cursor.bytes(digits)), let id = UInt32(exactly: number) else {
      return false
    }
    header.eventID = id
    return true
  }

  private mutating func recordID() -> Bool {
    guard let digits = cursor.scalar() else { return false }
    guard digits.count > 0 else { return true }
    header.recordID = HeaderNumber.parse(cursor.bytes(digits))
    return header.recordID != nil
  }

  private mutating func providerName() -> Bool {
    guard let name = cursor.scalar() else { return false }
    header.provider = name
    return true
  }

  private mutating func systemTime() -> Bool {
    guard let time = cursor.scalar() else { return false }
    header.systemTime = time
    return true
  }

  private mutating func channel() -> Bool {
    guard let name = trimmedName() else { return false }
    header.channel = name
    return true
  }

  private mutating func computer() -> Bool {
    guard let name = trimmedName() else { return false }
    header.computer = name
    return true
  }

  /// A name that is trimmed where it is read as a whole.
  private mutating func trimmedName() -> ByteRange? {
    guard let name = cursor.scalar() else { return nil }
    guard let first = cursor.bytes(name).first, let last = cursor.bytes(name).last else { return name }
    return first != 0x20 && last != 0x20 ? name : nil
  }
}
