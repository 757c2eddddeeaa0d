/// The exit codes of sysexits.h that the command uses.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  case ok = 0
  case usage = 64
  case dataError = 65
  case noInput = 66
  case software = 70
  case inputOutput = 74
  case temporaryFailure = 75
  case configuration = 78
}
