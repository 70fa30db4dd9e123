import EventCorrelation

extension HostClock {
  /// `2.500 s ahead of DC01 (± 0.1 s, from linked events)`.
  func text(reference: String?, isReference: Bool) -> String {
    if isReference { return "the reference clock" }
    let other = reference ?? "the reference"
    let size = Amount.fixed(offset.magnitude, decimals: 3)
    let place =
      size == "0.000" ? "in step with \(other)" : "\(size) s \(offset > 0 ? "ahead of" : "behind") \(other)"
    let basis =
      switch source {
      case .links: "from linked events"
      case .assumed: "assumed, nothing ties it to \(other)"
      case .given: "given by you"
      }
    var text = "\(place) (± \(Amount.fixed(uncertainty, decimals: 1)) s, \(basis))"
    if !steps.isEmpty { text += ", stepped \(Amount.counted(steps.count, "time"))" }
    return text
  }
}
