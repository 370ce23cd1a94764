/// Places for the nodes of a graph, so that distances on the plane follow those in the graph.
///
/// Stress majorization with weights d⁻² (Gansner, Koren and North, "Graph Drawing by Stress Majorization", GD 2004), which
/// lessens the stress of Kamada and Kawai (1989) in each round, one node after another. It begins with the distances from four nodes that lie far
/// from each other (the pivots of Brandes and Pich, "Eigensolver Methods for Progressive Multidimensional Scaling of Large
/// Data", GD 2006), and asks no chance: the same graph gives the same places. North is not known from borders: the map may stand turned or mirrored. O(rounds · nodes²).
enum StressLayout {
    private static let rounds = 300

    /// - Parameter graph: the neighbours of each node, both ways.
    static func points(of graph: [[Int]]) -> [PlanePoint] {
        let count = graph.count
        guard count > 1 else { return graph.map { _ in PlanePoint(x: 0, y: 0) } }
        let distances = graph.indices.map { steps(from: $0, graph) }
        var points = beginning(distances)
        for _ in 0..<rounds {
            for node in 0..<count {
                var (x, y, weights) = (0.0, 0.0, 0.0)
                for other in 0..<count where other != node {
                    let wanted = distances[node][other]
                    let weight = 1 / (wanted * wanted)
                    let apart = max(points[node].squaredDistance(to: points[other]).squareRoot(), 1e-9)
                    x += weight * (points[other].x + wanted * (points[node].x - points[other].x) / apart)
                    y += weight * (points[other].y + wanted * (points[node].y - points[other].y) / apart)
                    weights += weight
                }
                points[node] = PlanePoint(x: x / weights, y: y / weights)
            }
        }
        return points
    }

    /// Borders between; parts that do not hang together lie a step further apart than anything within them.
    private static func steps(from start: Int, _ graph: [[Int]]) -> [Double] {
        var result = [Int?](repeating: nil, count: graph.count)
        result[start] = 0
        var (queue, next) = ([start], 0)
        while next < queue.count {
            let node = queue[next]
            next += 1
            for other in graph[node] where result[other] == nil {
                result[other] = (result[node] ?? 0) + 1
                queue.append(other)
            }
        }
        let beyond = Double(graph.count).squareRoot().rounded(.up) + 1
        return result.map { $0.map { Double($0) } ?? beyond }
    }

    private static func beginning(_ distances: [[Double]]) -> [PlanePoint] {
        func farthest(_ value: (Int) -> Double) -> Int {
            distances.indices.max { value($0) != value($1) ? value($0) < value($1) : $0 > $1 } ?? 0
        }
        let west = farthest { distances[0][$0] }
        let east = farthest { distances[west][$0] }
        // Far from both ends, then far from that one.
        let north = farthest { min(distances[west][$0], distances[east][$0]) }
        let south = farthest { min(distances[north][$0] * 2, distances[west][$0] + distances[east][$0]) }
        return distances.indices.map { node in
            // Nodes with the same distances would fall together and never part: each a little aside.
            let aside = Double(node) / Double(distances.count * 100)
            return PlanePoint(
                x: distances[west][node] - distances[east][node] + aside,
                y: distances[north][node] - distances[south][node] + aside * aside * 7)
        }
    }
}
