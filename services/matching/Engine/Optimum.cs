namespace Mentoring.Matching.Engine;

/// <summary>
/// As many matches as can be, and of those plans one with the greatest total. First the instance is counted and cut in two; then
/// each part is an ordinary placement, because one side of it has to be placed to the last: outside the scarce part the mentees
/// seek mentors, inside it the mentors' places seek mentees.
/// </summary>
internal static class Optimum
{
    public static Found Of(Pairs pairs, Watch watch)
    {
        var rows = new Rows(pairs);
        var scarcity = Counting.Run(pairs, rows, watch);
        var answer = new Answer(pairs);
        PlaceThoseWithChoice(pairs, rows, scarcity, answer, watch);
        FillScarcePlaces(pairs, scarcity, answer, watch);
        var certificate = new Certificate
        {
            CompetingMentees = scarcity.Mentees,
            ScarceMentors = scarcity.Mentors,
            MenteePrices = answer.MenteePrices,
            MentorPrices = answer.MentorPrices,
        };
        return new(answer.MentorOf, answer.Scores, certificate);
    }

    private static void PlaceThoseWithChoice(Pairs pairs, Rows rows, Scarcity scarcity, Answer answer, Watch watch)
    {
        var mentees = WhereEquals(scarcity.Mentees, false);
        var places = pairs.Places.ToArray();
        for (var mentor = 0; mentor < places.Length; mentor++)
        {
            if (scarcity.Mentors[mentor]) places[mentor] = 0;
        }

        var board = new Board(rows, places, mentees);
        Placement.Complete(board, watch);
        for (var mentor = 0; mentor < places.Length; mentor++)
        {
            if (scarcity.Mentors[mentor]) continue;
            var price = answer.MentorPrices[mentor] = board.Hosts[mentor].Price;
            foreach (ref var guest in board.GuestsOf(mentor)) answer.Match(mentees[guest.Seeker], mentor, guest.Score, guest.Score - price);
        }
    }

    private static void FillScarcePlaces(Pairs pairs, Scarcity scarcity, Answer answer, Watch watch)
    {
        int[] mentees = WhereEquals(scarcity.Mentees, true), mentors = WhereEquals(scarcity.Mentors, true);
        if (mentors.Length == 0) return;
        var seekers = new List<int>();
        for (var row = 0; row < mentors.Length; row++)
        {
            for (var place = 0; place < pairs.Places[mentors[row]]; place++) seekers.Add(row);
        }

        var mirror = Mirror.Of(pairs, mentees, mentors);
        var board = new Board(new(mirror), mirror.Places, [.. seekers]);
        Placement.Complete(board, watch);
        for (var mentee = 0; mentee < mentees.Length; mentee++)
        {
            var price = board.Hosts[mentee].Price;
            foreach (ref var guest in board.GuestsOf(mentee))
            {
                var mentor = mentors[board.RowOf[guest.Seeker]];
                answer.Match(mentees[mentee], mentor, guest.Score, price);
                answer.MentorPrices[mentor] = guest.Score - price;
            }
        }
    }

    private static int[] WhereEquals(bool[] list, bool value) => [.. Enumerable.Range(0, list.Length).Where(at => list[at] == value)];

    private sealed class Answer
    {
        public Answer(Pairs pairs)
        {
            MentorOf = new int[pairs.Mentees];
            MentorOf.AsSpan().Fill(-1);
            Scores = new int[pairs.Mentees];
            MenteePrices = new long[pairs.Mentees];
            MentorPrices = new long[pairs.Mentors];
            for (var mentor = 0; mentor < pairs.Mentors; mentor++)
            {
                // Whoever can take nobody may cost anything, and at this price nobody asks.
                if (pairs.Places[mentor] == 0) MentorPrices[mentor] = Board.Closed;
            }
        }

        public int[] MentorOf { get; }

        public int[] Scores { get; }

        public long[] MenteePrices { get; }

        public long[] MentorPrices { get; }

        public void Match(int mentee, int mentor, int score, long menteePrice)
        {
            MentorOf[mentee] = mentor;
            Scores[mentee] = score;
            MenteePrices[mentee] = menteePrice;
        }
    }
}

/// <summary>A plan as the solvers hand it over: the mentor of each mentee, the scores of the matches, and the certificate.</summary>
internal sealed record Found(int[] MentorOf, int[] Scores, Certificate Certificate);
