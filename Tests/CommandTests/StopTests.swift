import Foundation
import Pipeline
import Testing

@testable import gongbao

@Suite("A run that is stopped")
struct StopTests {
  @Test("A signal ends it with 75 and a word", arguments: [SIGINT, SIGTERM])
  func signal(number: Int32) throws {
    let workplace = try Workplace(samples: ["anqing/anqing_2024_work_report.txt"])
    try workplace.gongbao("run")
    let (status, text) = try workplace.stoppedRun(by: number)
    #expect(status == 75)
    #expect(text.contains("waiting for another run"))
    #expect(text.contains("gongbao: stopped"))
  }

  @Test("A deadline is the next such time of day")
  func deadline() throws {
    let five = try #require(TimeOfDay(argument: "05:00"))
    var parts = tm()
    func at(_ day: Int32, _ hour: Int32, _ minute: Int32) -> Double {
      parts = tm()
      (parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min) = (126, 0, day, hour, minute)
      parts.tm_isdst = -1
      return Double(mktime(&parts))
    }
    #expect(five.next(after: at(14, 4, 59)) == at(14, 5, 0))
    #expect(five.next(after: at(14, 5, 0)) == at(15, 5, 0))
    #expect(five.next(after: at(31, 22, 30)) == at(32, 5, 0))
  }

  @Test("It says what is left")
  func words() {
    let stops: [RunSummary.Stopped] = [
      .init(cause: .asked, left: 1), .init(cause: .deadline, left: 1200), .init(cause: .asked, left: 0),
    ]
    let heads = ["stopped, with 1 document left to do", "stopped at the deadline, with 1,200 documents left to do"]
    let wanted = heads + ["stopped, with regions left to check"]
    let end = "\n  What was done is kept. The next gongbao run goes on from there."
    #expect(stops.map(Wording.stopped) == wanted.map { $0 + end })
  }

  @Test(
    "What is no time of day is refused",
    arguments: ["", "5", "24:00", "05:60", "05:00:00", "-1:00", "five", "005:00"]
  )
  func refused(text: String) {
    #expect(TimeOfDay(argument: text) == nil)
  }
}
