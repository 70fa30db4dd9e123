/// Keeps values until the process ends and takes all its memory back at once.
///
/// To free an analysis of many signals piece by piece takes a good part of the time it took to make, for nothing.
enum UntilExit {
  private final class Kept<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  static func keep<each Value>(_ values: repeat each Value) {
    _ = Unmanaged.passRetained(Kept((repeat each values)))
  }
}
