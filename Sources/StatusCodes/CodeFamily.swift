/// A kind of code with its own numbering, such as NTSTATUS or TLS alerts; one table each.
public struct CodeFamily: Sendable, Hashable, Comparable {
  /// The name of its table: `disconnect-reasons`.
  public var id: String
  /// What one of its codes is called: `disconnect reason`.
  public var title: String
  /// Where such codes are met.
  public var place: String
  /// 1 is the one that says most about Remote Desktop; readings of a number come in this order.
  public var rank: Int

  public init(id: String, title: String, place: String, rank: Int) {
    self.id = id
    self.title = title
    self.place = place
    self.rank = rank
  }

  public static func < (left: CodeFamily, right: CodeFamily) -> Bool { left.rank < right.rank }
}
