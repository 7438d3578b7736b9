namespace Mentoring.Engine.Tests;

/// <summary>
/// A second solver, as plain as can be and nothing like the engine: the flow of greatest gain, one unit at a time, by going through all
/// arcs until nothing improves (Bellman and Ford). For instances of some dozens.
/// </summary>
internal static class SimpleSolver
{
    public static (int Count, long Total) Solve(SparsePairs pairs)
    {
        var (source, sink) = (pairs.Mentees + pairs.Mentors, pairs.Mentees + pairs.Mentors + 1);
        var arcs = new List<Arc>();
        for (var mentee = 0; mentee < pairs.Mentees; mentee++) Add(source, mentee, 1, 0);
        for (var mentor = 0; mentor < pairs.Mentors; mentor++) Add(pairs.Mentees + mentor, sink, pairs.Places[mentor], 0);
        foreach (var (mentee, mentor, score) in pairs.All()) Add(mentee, pairs.Mentees + mentor, 1, score);

        var (count, total) = (0, 0L);
        while (true)
        {
            var gain = new long?[sink + 1];
            var by = new int[sink + 1];
            gain[source] = 0;
            for (var changed = true; changed;)
            {
                changed = false;
                for (var at = 0; at < arcs.Count; at++)
                {
                    var arc = arcs[at];
                    if (arc.Room == 0 || gain[arc.From] is not { } before || before + arc.Gain <= gain[arc.To]) continue;
                    if (gain[arc.To] is null || before + arc.Gain > gain[arc.To])
                    {
                        gain[arc.To] = before + arc.Gain;
                        by[arc.To] = at;
                        changed = true;
                    }
                }
            }

            if (gain[sink] is not { } gained) return (count, total);
            count++;
            total += gained;
            for (var node = sink; node != source; node = arcs[by[node]].From)
            {
                arcs[by[node]].Room--;
                arcs[by[node] ^ 1].Room++;
            }
        }

        void Add(int from, int to, int room, long gain)
        {
            arcs.Add(new() { From = from, To = to, Room = room, Gain = gain });
            arcs.Add(new() { From = to, To = from, Room = 0, Gain = -gain });
        }
    }

    private sealed class Arc
    {
        public required int From { get; init; }

        public required int To { get; init; }

        public required int Room { get; set; }

        public required long Gain { get; init; }
    }
}
