namespace Mentoring.Matching.Engine;

/// <summary>
/// Seats every seeker so that the total of the scores is the greatest there is. There must be a way to seat everybody.
/// First <see cref="Bidding"/>, which is quick and seats nearly all; then one <see cref="PathSearch"/> for each who is left.
/// </summary>
internal static class Placement
{
    public static void Complete(Board board, Watch watch)
    {
        watch.Step(SolveStep.Bidding, board.RowOf.Length);
        var left = Bidding.Run(board, watch);

        watch.Step(SolveStep.Searching, left.Count);
        var search = new PathSearch(board);
        for (var at = 0; at < left.Count; at++)
        {
            watch.Tick(at);
            search.Seat(left[at]);
        }

        board.PutPricesBack();
    }
}
