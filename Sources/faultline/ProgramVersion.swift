/// The version that reports and `--version` show; CHANGELOG.md tells what each brought.
enum ProgramVersion {
  static let current = "0.1.0"
}
