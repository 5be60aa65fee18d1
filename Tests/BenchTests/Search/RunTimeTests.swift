import Testing

@testable import bench

@Suite("The timer of SQLite's shell")
struct RunTimeTests {
    @Test("Whole milliseconds give way to the processor's microseconds")
    func processor() {
        #expect(RunTime.milliseconds("Run Time: real 0.001 user 0.000900 sys 0.000100") == 1)
        #expect(RunTime.milliseconds("Run Time: real 0.000 user 0.000250 sys 0.000000") == 0.25)
    }

    @Test("A wait for the disk counts")
    func waiting() {
        #expect(RunTime.milliseconds("Run Time: real 0.250 user 0.010000 sys 0.000000") == 250)
    }

    @Test("A finer clock is believed")
    func fine() {
        #expect(RunTime.milliseconds("Run Time: real 0.000500 user 0.1 sys 0.0") == 0.5)
    }

    @Test("Other lines are no times")
    func others() {
        #expect(RunTime.milliseconds("Parse error near line 3: no such table") == nil)
    }
}
