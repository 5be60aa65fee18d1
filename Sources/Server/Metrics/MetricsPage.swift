import Domain
import Service
import TrackerPort

/// What a Prometheus server reads (text exposition format 0.0.4).
struct MetricsPage {
    private(set) var text = ""

    init(
        announces: TrackerMeter.Counts, tracker: TrackerFigures, port: PortFigures,
        evidence: EvidenceRoom.Figures
    ) {
        head("enxame_announces_total", "counter", "Announces by what was answered.")
        line("enxame_announces_total", #"result="granted""#, announces.granted)
        for (name, count) in announces.refused.sorted(by: { $0.key < $1.key }) {
            line("enxame_announces_total", #"result="\#(name)""#, count)
        }
        line("enxame_announces_total", #"result="malformed""#, announces.malformed)
        line("enxame_announces_total", #"result="failed""#, announces.failed)
        histogram(
            "enxame_announce_seconds", "From the last byte of an announce to its answer.",
            announces.times)
        head("enxame_peers", "gauge", "Clients in swarms.")
        line("enxame_peers", #"kind="seeder""#, tracker.peers.seeders)
        line("enxame_peers", #"kind="leecher""#, tracker.peers.leechers)
        gauge("enxame_sessions", "Sessions that are held in memory.", tracker.sessions)
        gauge("enxame_swarms", "Torrents whose swarms are held in memory.", tracker.swarms)
        gauge(
            "enxame_tracker_connections", "Connections that the tracker holds.",
            port.openConnections)
        gauge("enxame_tracker_held_bytes", "Bytes that they hold.", port.heldBytes)
        head(
            "enxame_tracker_turned_away_total", "counter",
            "Requests and packets over their address's pace, and those there was no place for.")
        for (name, count) in [
            ("requests_too_often", port.requestsTooOften),
            ("packets_too_often", port.packetsTooOften),
            ("packets_crowded_out", port.packetsCrowdedOut),
            ("connections_crowded_out", port.connectionsCrowdedOut),
        ] {
            line("enxame_tracker_turned_away_total", "kind=\"\(name)\"", count)
        }
        gauge(
            "enxame_evidence_divisor", "One over so many torrents is watched for evidence.",
            evidence.divisor)
        gauge("enxame_ledger_queue", "Sessions that wait to be written.", tracker.waiting)
        gauge(
            "enxame_ledger_journal_bytes", "On disk, and not in its rows yet.",
            tracker.journalBytes)
        gauge("enxame_ledger_stuck", "1 while nothing can be written.", tracker.isStuck ? 1 : 0)
        let lags = tracker.lags
        histogram(
            "enxame_ledger_commit_lag_seconds",
            "From the first announce of a batch to its commit.",
            Histogram(
                bounds: CommitLags.bounds.map { $0 / 1000 }, counts: lags.counts,
                sum: lags.sum / 1000))
    }

    private mutating func head(_ name: String, _ kind: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    private mutating func line(_ name: String, _ labels: String, _ value: Int) {
        text += "\(name){\(labels)} \(value)\n"
    }

    private mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        head(name, "gauge", help)
        text += "\(name) \(value)\n"
    }

    private mutating func histogram(_ name: String, _ help: String, _ values: Histogram) {
        head(name, "histogram", help)
        var sum = 0
        for (bound, count) in zip(values.bounds, values.counts) {
            sum += count
            line(name + "_bucket", "le=\"\(bound)\"", sum)
        }
        sum += values.counts.last ?? 0
        line(name + "_bucket", #"le="+Inf""#, sum)
        text += "\(name)_sum \(values.sum)\n\(name)_count \(sum)\n"
    }
}
