/// SHA-256 (FIPS 180-4) in base64, as a Content-Security-Policy names the one script it lets run.
enum ContentHash {
  /// `sha256-…`.
  static func source(of text: String) -> String { "sha256-" + base64(sha256(Array(text.utf8))) }

  static func sha256(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    padded.append(contentsOf: repeatElement(0, count: (120 - padded.count % 64) % 64))
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: (UInt64(message.count) &* 8) >> UInt64(shift)))
    }
    var state = initial
    for block in stride(from: 0, to: padded.count, by: 64) { mix(padded[block..<block + 64], into: &state) }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
      block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let before = words[index - 15]
      let after = words[index - 2]
      let low = rotated(before, 7) ^ rotated(before, 18) ^ (before >> 3)
      let high = rotated(after, 17) ^ rotated(after, 19) ^ (after >> 10)
      words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
    }
    var round = state
    for index in 0..<64 {
      let (a, e) = (round[0], round[4])
      let choice = (e & round[5]) ^ (~e & round[6])
      let first =
        round[7] &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ constants[index]
        &+ words[index]
      let majority = (a & round[1]) ^ (a & round[2]) ^ (round[1] & round[2])
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      round = [first &+ second, a, round[1], round[2], round[3] &+ first, e, round[5], round[6]]
    }
    for index in 0..<8 { state[index] &+= round[index] }
  }

  private static func rotated(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }

  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? letters[word >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }

  private static let initial: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    let primes = (2...311).filter { candidate in !(2..<candidate).contains { candidate % $0 == 0 } }
    return primes.map { prime in
      // floor(cbrt(prime) * 2^32), found by bisection in whole numbers: no rounding can creep in.
      var low: UInt64 = 0
      var high: UInt64 = 7 << 32
      while high - low > 1 {
        let middle = (low + high) / 2
        if isAtMost(middle, cubeOf: UInt64(prime)) { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()

  /// Whether (value / 2^32)³ ≤ number.
  private static func isAtMost(_ value: UInt64, cubeOf number: UInt64) -> Bool {
    let wide = UInt128(value)
    return wide * wide * wide < UInt128(number) << 96
  }
}
