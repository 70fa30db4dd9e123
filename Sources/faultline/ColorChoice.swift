import ArgumentParser

/// When text is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  var isOn: Bool {
    switch self {
    case .auto: Terminal.outputIsTerminal && !Terminal.refusesColor
    case .always: true
    case .never: false
    }
  }
}
