/// UTF-16LE text of binary logs as Swift strings.
enum UTF16Text {
  /// Makes a string; zero units at the end are left out, line ends become line feeds as XML has them.
  ///
  /// What XML 1.0 cannot carry (control characters, lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD and
  /// sets `isRepaired`, so that a record is the same whether it comes from a log or from its export.
  static func string(_ base: UnsafeRawPointer, units: Int, isRepaired: inout Bool) -> String {
    let units = length(base, units: units)
    guard units > 0 else { return "" }
    var done = 0
    let plain = String(unsafeUninitializedCapacity: units) { out in
      guard let start = out.baseAddress else { return 0 }
      done = narrow(base, units: units, into: start)
      return done
    }
    return done == units ? plain : transcode(base, units: units, isRepaired: &isRepaired)
  }

  /// Units without the zeros at the end.
  @inline(__always)
  static func length(_ base: UnsafeRawPointer, units: Int) -> Int {
    var units = units
    while units > 0, unit(base, units &- 1) == 0 { units &-= 1 }
    return units
  }

  /// Stores units as single bytes while they are plain ASCII; gives how many were.
  @inline(__always)
  static func narrow(
    _ base: UnsafeRawPointer, units: Int, into out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var index = 0
    while index &+ 4 <= units {
      let wide = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index &* 2, as: UInt64.self))
      // Every unit below 0x80, and from 0x20 on: adding 0x60 then sets its bit 7.
      guard wide & 0xFF80_FF80_FF80_FF80 == 0,
        (wide &+ 0x0060_0060_0060_0060) & 0x0080_0080_0080_0080 == 0x0080_0080_0080_0080
      else { break }
      let pairs = (wide | wide &>> 8) & 0x0000_FFFF_0000_FFFF
      let narrow = UInt32(truncatingIfNeeded: pairs | pairs &>> 16)
      UnsafeMutableRawPointer(out + index).storeBytes(of: narrow.littleEndian, as: UInt32.self)
      index &+= 4
    }
    while index < units {
      let value = unit(base, index)
      guard value &- 0x20 <= 0x5F || value == 0x09 || value == 0x0A else { break }
      out[index] = UInt8(truncatingIfNeeded: value)
      index &+= 1
    }
    return index
  }

  private static func transcode(
    _ base: UnsafeRawPointer, units: Int, isRepaired: inout Bool
  ) -> String {
    var repaired = false
    let text = String(unsafeUninitializedCapacity: units &* 3) { out in
      var used = 0
      func put(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          out[used] = byte
          used &+= 1
        }
      }
      var index = 0
      while index < units {
        let first = unit(base, index)
        index &+= 1
        if UTF16.isLeadSurrogate(first), index < units, UTF16.isTrailSurrogate(unit(base, index)) {
          let low = UInt32(unit(base, index)) & 0x3FF
          index &+= 1
          put(Unicode.Scalar(0x10000 + ((UInt32(first) & 0x3FF) << 10 | low)) ?? "\u{FFFD}")
        } else if first == 0x0D {
          // XML 1.0, 2.11: an export of this log reads the same.
          if index < units, unit(base, index) == 0x0A { index &+= 1 }
          put("\n")
        } else if isCarried(first), let scalar = Unicode.Scalar(first) {
          put(scalar)
        } else {
          repaired = true
          put("\u{FFFD}")
        }
      }
      return used
    }
    if repaired { isRepaired = true }
    return text
  }

  /// Whether XML 1.0 has a way to write the unit (surrogates left aside).
  private static func isCarried(_ unit: UInt16) -> Bool {
    unit >= 0x20 ? unit < 0xFFFE : unit == 0x09 || unit == 0x0A || unit == 0x0D
  }

  @inline(__always)
  private static func unit(_ base: UnsafeRawPointer, _ index: Int) -> UInt16 {
    UInt16(littleEndian: base.loadUnaligned(fromByteOffset: index &* 2, as: UInt16.self))
  }
}
