import Client
import Domain
import Testing

@Suite struct TransferListTests {
    private func transfer(_ number: Int, done: Int64, rate: Int64) -> Transfer {
        Transfer(
            infoHash: Sample.hash(number), name: "\(number)",
            state: done < 100 ? .downloading : .seeding, size: ByteCount(clamping: 100),
            done: ByteCount(clamping: done),
            downloadRate: ByteCount(clamping: done < 100 ? rate : 0),
            uploadRate: ByteCount(clamping: rate))
    }

    private func check(_ list: TransferList, sourceLocation: SourceLocation = #_sourceLocation) {
        let rows = list.rows
        #expect(
            rows.map(\.id)
                == (rows.filter { !$0.isComplete } + rows.filter(\.isComplete)).map(\.id),
            sourceLocation: sourceLocation)
        for (row, transfer) in rows.enumerated() {
            #expect(list.row(of: transfer.id) == row, sourceLocation: sourceLocation)
            #expect(list[transfer.id] == transfer, sourceLocation: sourceLocation)
        }
        #expect(
            list.downloadRate == rows.reduce(.zero) { $0 + $1.downloadRate },
            sourceLocation: sourceLocation)
        #expect(
            list.uploadRate == rows.reduce(.zero) { $0 + $1.uploadRate },
            sourceLocation: sourceLocation)
        #expect(
            list.downloading == rows.count { !$0.isComplete && $0.state != .paused },
            sourceLocation: sourceLocation)
        #expect(
            list.seeding == rows.count { $0.isComplete && $0.state != .paused },
            sourceLocation: sourceLocation)
    }

    @Test("sums and places are those of the rows, whatever comes and goes")
    func invariants() {
        var random = Dice(seed: 5)
        var list = TransferList()
        for _ in 0..<400 {
            if random.next() % 5 == 0 {
                list.remove(Sample.hash(Int(random.next() % 40)))
            } else {
                let changed = (0..<(1 + random.next() % 4)).map { _ in
                    var one = transfer(
                        Int(random.next() % 40), done: Int64(random.next() % 140),
                        rate: Int64(random.next() % 5000))
                    if random.next() % 6 == 0 { one.state = .paused }
                    return one
                }
                _ = list.take(changed)
            }
            check(list)
        }
    }

    @Test("those that were not here before are named")
    func arrivals() {
        var list = TransferList()
        let first = list.take([transfer(1, done: 0, rate: 1), transfer(2, done: 0, rate: 1)])
            .arrived
        #expect(first == [Sample.hash(1), Sample.hash(2)])
        #expect(
            list.take([transfer(2, done: 5, rate: 1), transfer(3, done: 0, rate: 1)]).arrived
                == [Sample.hash(3)])
    }

    @Test("no rate that somebody claims stops the program")
    func overflow() {
        var list = TransferList()
        _ = list.take([transfer(1, done: 0, rate: .max), transfer(2, done: 0, rate: .max)])
        list.remove(Sample.hash(1))
        #expect(list.downloadRate == ByteCount(clamping: .max))
        list.remove(Sample.hash(2))
        #expect(list.downloadRate == .zero)
    }
}
