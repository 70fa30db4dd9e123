/// A text to compare with, `*` standing for any run of characters and `?` for any one.
public struct TextGlob: Sendable, Hashable {
  /// One step of the pattern.
  enum Piece: Sendable, Hashable {
    case byte(UInt8)
    /// `?`: one character.
    case one
    /// `*`: any run, empty too.
    case run
    /// Any dash of a command line, or a slash (`windash`).
    case dash
  }

  /// The characters `windash` takes for one another.
  static let dashes = ["-", "/", "\u{2013}", "\u{2014}", "\u{2015}"]

  private(set) var pieces: [Piece]
  let folding: Bool

  /// Reads Sigma's notation: `\*` and `\?` are the characters themselves, `\\` is one backslash, and a
  /// backslash before anything else stands for itself.
  init(_ text: String, cased: Bool = false) {
    let isPlain = !text.utf8.contains(where: Self.isSpecial)
    self.init(literal: isPlain ? text : "", cased: cased)
    if isPlain { return }
    var escaped = false
    for character in (cased ? text : text.lowercased()).unicodeScalars {
      if escaped {
        if character != "*" && character != "?" && character != "\\" { append("\\") }
        append(character)
        escaped = false
      } else {
        switch character {
        case "\\": escaped = true
        case "*": if pieces.last != .run { pieces.append(.run) }
        case "?": pieces.append(.one)
        default: append(character)
        }
      }
    }
    if escaped { append("\\") }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
  }

  /// A text without any special character.
  init(literal text: String, cased: Bool) {
    folding = !cased
    pieces = FoldedText.bytes(of: text, folding: !cased).map(Piece.byte)
  }

  private mutating func append(_ character: Unicode.Scalar) {
    if character.isASCII {
      pieces.append(.byte(UInt8(truncatingIfNeeded: character.value)))
    } else if let units = UTF8.encode(character) {
      pieces.append(contentsOf: units.map(Piece.byte))
    }
  }

  /// Whether it stands for exactly one text.
  var isLiteral: Bool {
    pieces.allSatisfy { if case .byte = $0 { true } else { false } }
  }

  /// The text itself, lower-cased unless `cased`; nil when there is anything special in it.
  var literal: String? {
    var bytes: [UInt8] = []
    for piece in pieces {
      guard case .byte(let byte) = piece else { return nil }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text before a run at the end, where that is all there is besides; the whole literal where there is none.
  var literalStart: String? {
    guard pieces.last == .run else { return literal }
    var start = self
    start.pieces.removeLast()
    return start.literal
  }

  /// The same with anything allowed before, behind or both.
  func open(atStart: Bool, atEnd: Bool) -> TextGlob {
    var copy = self
    if atStart, copy.pieces.first != .run { copy.pieces.insert(.run, at: 0) }
    if atEnd, copy.pieces.last != .run { copy.pieces.append(.run) }
    return copy
  }

  /// The same with each dash or slash that begins a word standing for any of them.
  var withAnyDash: TextGlob {
    var copy = self
    for (index, piece) in pieces.enumerated() {
      guard piece == .byte(UInt8(ascii: "-")) || piece == .byte(UInt8(ascii: "/")) else { continue }
      let previous: UInt8? =
        if index > 0, case .byte(let byte) = pieces[index - 1] { byte } else { nil }
      let next: UInt8? =
        if index + 1 < pieces.count, case .byte(let byte) = pieces[index + 1] { byte } else { nil }
      if !Self.isWord(previous), Self.isWord(next) { copy.pieces[index] = .dash }
    }
    return copy
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    let letter = FoldedText.fold(byte)
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// Whether the whole text matches. O(length of the text × pieces) at worst, mostly O(length).
  public func matches(_ text: String) -> Bool {
    // Of a long list of names nearly all are told apart by their first letter.
    if case .byte(let wanted)? = pieces.first, wanted < 0x80, let first = text.utf8.first, first < 0x80,
      (folding ? FoldedText.fold(first) : first) != wanted
    {
      return false
    }
    return FoldedText.withBytes(of: text, folding: folding) { bytes, folds in
      matches(bytes, folds: folds)
    }
  }

  private func matches(_ bytes: UnsafeBufferPointer<UInt8>, folds: Bool) -> Bool {
    var place = 0
    var step = 0
    // Where to go on when a later piece fails: behind the last run, one character further.
    var resumeStep = -1
    var resumePlace = 0
    while true {
      if step < pieces.count, pieces[step] == .run {
        step += 1
        resumeStep = step
        resumePlace = place
        continue
      }
      if step == pieces.count, place == bytes.count { return true }
      if step < pieces.count, let width = width(of: pieces[step], at: place, in: bytes, folds: folds) {
        step += 1
        place += width
        continue
      }
      guard resumeStep >= 0, resumePlace < bytes.count else { return false }
      resumePlace += Self.characterWidth(at: resumePlace, in: bytes)
      place = resumePlace
      step = resumeStep
    }
  }

  /// Bytes a piece takes at a place; nil when it does not match there.
  private func width(
    of piece: Piece, at place: Int, in bytes: UnsafeBufferPointer<UInt8>, folds: Bool
  ) -> Int? {
    guard place < bytes.count else { return nil }
    switch piece {
    case .byte(let byte):
      return (folds ? FoldedText.fold(bytes[place]) : bytes[place]) == byte ? 1 : nil
    case .one:
      return Self.characterWidth(at: place, in: bytes)
    case .dash:
      for dash in Self.dashes {
        let spelling = dash.utf8
        if place + spelling.count <= bytes.count,
          zip(spelling, bytes[place...]).allSatisfy({ $0 == $1 })
        {
          return spelling.count
        }
      }
      return nil
    case .run:
      return nil
    }
  }

  /// Bytes of the UTF-8 character at a place.
  private static func characterWidth(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let width =
      switch bytes[place] {
      case 0xF0...: 4
      case 0xE0...: 3
      case 0xC0...: 2
      default: 1
      }
    return min(width, bytes.count - place)
  }
}
