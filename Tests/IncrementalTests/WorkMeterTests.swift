import Testing

@testable import Incremental

@Suite struct WorkMeterTests {
  @Test func `Work is counted from the moment on that somebody asks for it`() {
    #expect(WorkMeter.measure(.stage) { 42 } == 42)
    #expect(WorkMeter.total(.stage).wall == 0)
    WorkMeter.start()
    #expect(WorkMeter.measure(.stage) { 42 } == 42)
    #expect(WorkMeter.total(.stage).wall > 0)
  }
}
