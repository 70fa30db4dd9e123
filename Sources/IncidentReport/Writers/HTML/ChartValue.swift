/// Bars of the overview.
enum ChartValue {
  /// Lying bars, longest first; those after `limit` are summed up.
  static func ranked(_ counts: [Report.Overview.Count], limit: Int = 10) -> [TemplateValue] {
    let most = counts.map(\.count).max() ?? 1
    var shown = Array(counts.prefix(limit))
    let rest = counts.dropFirst(limit)
    if !rest.isEmpty {
      shown.append(
        Report.Overview.Count(
          label: "\(Amount.grouped(rest.count)) others", count: rest.reduce(0) { $0 + $1.count }))
    }
    return shown.enumerated().map { place, count in
      var value = TemplateValue()
      // What many share together is no bar among those of one each.
      value.flag("bar", place < limit)
      value.text("label", count.label)
      value.text("count", Amount.grouped(count.count))
      value.length("width", min(1, Double(count.count) / Double(max(1, most))) * 100)
      return value
    }
  }

  /// Standing columns in order; a label under every `each`th.
  static func columns(_ counts: [Report.Overview.Count], width: Double, each: Int) -> [TemplateValue] {
    let most = Double(max(1, counts.map(\.count).max() ?? 1))
    let step = width / Double(max(1, counts.count))
    return counts.enumerated().map { index, count in
      var value = TemplateValue()
      let height = Double(count.count) / most * 76
      // Beyond this the numbers would run into each other; the tallest is always told.
      let isTold = count.count > 0 && (counts.count <= 31 || count.count == Int(most))
      value.text("told", isTold ? Amount.grouped(count.count) : nil)
      value.length("yTold", 90 - height)
      value.length("x", Double(index) * step + step * 0.12)
      value.length("w", max(1, step * 0.76))
      value.length("y", 92 - height)
      value.length("h", count.count > 0 ? max(2, height) : 0)
      let middle = (Double(index) + 0.5) * step
      value.length("xTold", middle)
      // A label at the edge moves in, or it would be cut off.
      value.length(
        "xLabel", min(max(middle, Double(count.label.count) * 3.3), width - Double(count.label.count) * 3.3))
      value.text("label", index % max(1, each) == 0 ? count.label : nil)
      value.text("title", "\(count.label): \(Amount.counted(count.count, "incident"))")
      return value
    }
  }
}
