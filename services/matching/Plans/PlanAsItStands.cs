using Mentoring.Matching.Engine;
using Mentoring.Matching.People;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>What the plan as it stands says of a young person who waits.</summary>
/// <param name="MentorId">The mentor they could have; null when there is none for them.</param>
/// <param name="Points">The points of the two; null without a mentor.</param>
/// <param name="IsPinned">Whether a caseworker pinned the two together.</param>
/// <param name="Possible">How many mentors with a free place are possible for them.</param>
public sealed record Standing(MentorId? MentorId, int? Points, bool IsPinned, int Possible);

/// <summary>
/// The plan for everybody who waits, as it stands at this moment. It follows everybody in memory: whoever changed is taken out and put in again, and
/// one or two short searches make the plan the best there is once more. An offer that is open is left alone, and so is the place it holds. It is made
/// whole at the first look, with every new day (everybody has waited longer) and with every new policy. Safe for several threads at once.
/// </summary>
/// <param name="mostPairs">With more possible pairs than that nothing is followed, because they are held in memory: some 40 bytes each.</param>
public sealed class PlanAsItStands(int mostPairs = 4_000_000)
{
    // With more news than that it is quicker to make it whole.
    private const int MostNews = 500;

    private readonly Lock turn = new();
    private Board? board;
    private bool isTooMuch;

    /// <summary>How often it was made whole.</summary>
    public int MadeWhole { get; private set; }

    /// <summary>Catches up with everybody, and says who could have whom; null when there are too many pairs to follow.</summary>
    /// <param name="everybody">Everybody, whom nobody changes meanwhile.</param>
    /// <param name="of">Who is asked about. Those who do not wait are not in the answer.</param>
    public IReadOnlyDictionary<MenteeId, Standing>? Of(Everybody everybody, IEnumerable<MenteeId> of)
    {
        lock (turn)
        {
            Follow(everybody);
            return board?.Of(of);
        }
    }

    /// <summary>Catches up, and gives the plan to be checked; null when there are too many pairs to follow.</summary>
    public StandingPlan? Followed(Everybody everybody)
    {
        lock (turn)
        {
            Follow(everybody);
            return board?.Plan;
        }
    }

    private void Follow(Everybody everybody)
    {
        var news = everybody.TakeNews();
        try
        {
            var count = news.Mentors.Count + news.Mentees.Count;
            if (news.IsAll || (board is null && !isTooMuch) || (board is not null && count > MostNews))
            {
                board = Board.Of(everybody, mostPairs);
                isTooMuch = board is null;
                MadeWhole++;
                return;
            }

            if (board is null || count == 0) return;
            foreach (var mentor in news.Mentors) board.Put(mentor);
            foreach (var mentee in news.Mentees) board.Put(mentee);
            board.KeepPins();
            if (!board.HasMorePairsThan(mostPairs)) return;
            (board, isTooMuch) = (null, true);
        }
        catch
        {
            // What was news has been taken; the next look makes everything whole.
            (board, isTooMuch) = (null, false);
            throw;
        }
    }

    // The standing plan of the engine, whose people are numbers that are never given again.
    private sealed class Board
    {
        private readonly Everybody everybody;
        private readonly Dictionary<MenteeId, int> menteeNumbers = [];
        private readonly Dictionary<MentorId, int> mentorNumbers = [];
        private readonly List<MentorId> mentorAt = [];
        private readonly Dictionary<MenteeId, MentorId> wished = [];

        private Board(Everybody everybody, StandingPlan plan) => (this.everybody, Plan) = (everybody, plan);

        public StandingPlan Plan { get; }

        private PackedPeople People => everybody.People;

        /// <summary>Null when there are more pairs than are to be held.</summary>
        public static Board? Of(Everybody everybody, int mostPairs)
        {
            var mentors = everybody.People.Mentors;
            List<KnownMentee> waiting = [.. everybody.Waiting];
            List<(int Mentee, int Number, int Score)> pairs = [];
            for (var at = 0; at < waiting.Count; at++)
            {
                foreach (var (number, score) in RowOf(everybody.People, waiting[at].Copy.Id)) pairs.Add((at, number, score));
                if (pairs.Count > mostPairs) return null;
            }

            // In the packed people numbers are given again; here a number is one mentor's for good.
            int[] numbers = [.. Enumerable.Range(0, mentors.Count).Where(number => mentors.At(number) is not null)];
            var standing = numbers.Index().ToDictionary(one => one.Item, one => one.Index);
            var board = new Board(everybody, new(SparsePairs.Of(waiting.Count, [.. numbers.Select(number => mentors.FreePlaces[number])], pairs.Select(pair => (pair.Mentee, standing[pair.Number], pair.Score)))));
            foreach (var (at, mentee) in waiting.Index())
            {
                board.menteeNumbers.Add(mentee.Copy.Id, at);
                board.Wish(mentee);
            }

            foreach (var number in numbers)
            {
                board.mentorNumbers.Add(mentors.At(number)!.Id, board.mentorAt.Count);
                board.mentorAt.Add(mentors.At(number)!.Id);
            }

            board.KeepPins();
            return board;
        }

        public bool HasMorePairsThan(int most) => Enumerable.Range(0, Plan.Mentees).Sum(mentee => (long)Plan.PossibleOf(mentee)) > most;

        public IReadOnlyDictionary<MenteeId, Standing> Of(IEnumerable<MenteeId> of)
        {
            var found = new Dictionary<MenteeId, Standing>();
            foreach (var id in of)
            {
                if (!menteeNumbers.TryGetValue(id, out var number) || everybody.Mentee(id) is not { } mentee || !everybody.Waits(mentee)) continue;
                var mentor = Plan.MentorOf(number);
                found[id] = mentor < 0 ? new(null, null, false, Plan.PossibleOf(number)) : new(mentorAt[mentor], Plan.ScoreOf(number), Plan.IsPinned(number), Plan.PossibleOf(number));
            }

            return found;
        }

        /// <summary>What is new about a young person.</summary>
        public void Put(MenteeId id)
        {
            var known = everybody.Mentee(id);
            if (known is not null && everybody.Waits(known))
            {
                Wish(known);
                List<(int, int)> row = [.. from pair in RowOf(People, id) select (mentorNumbers[People.Mentors.At(pair.Number)!.Id], pair.Score)];
                if (!menteeNumbers.TryGetValue(id, out var number)) menteeNumbers.Add(id, Plan.AddMentee(row));
                else
                {
                    Plan.Unpin(number);
                    Plan.ChangeMentee(number, row);
                }
            }
            else if (menteeNumbers.TryGetValue(id, out var number))
            {
                wished.Remove(id);
                Plan.RemoveMentee(number);
            }
        }

        /// <summary>What is new about a mentor.</summary>
        public void Put(MentorId id)
        {
            foreach (var (mentee, mentor) in wished)
                if (mentor == id) Plan.Unpin(menteeNumbers[mentee]);
            var packed = People.Mentors.NumberOf(id);
            var places = packed is { } here ? People.Mentors.FreePlaces[here] : 0;
            List<(int, int)> column = places > 0 ? [.. ColumnOf(packed!.Value)] : [];
            if (mentorNumbers.TryGetValue(id, out var number))
            {
                Plan.ChangePlaces(number, 0);
                Plan.ChangeMentor(number, column);
                Plan.ChangePlaces(number, places);
            }
            else
            {
                mentorNumbers.Add(id, Plan.AddMentor(places, column));
                mentorAt.Add(id);
            }
        }

        /// <summary>Pins that can be kept are kept: the two are possible, and the mentor has a place.</summary>
        public void KeepPins()
        {
            foreach (var (mentee, mentor) in wished)
                if (mentorNumbers.TryGetValue(mentor, out var number) && Plan.CanPin(menteeNumbers[mentee], number)) Plan.Pin(menteeNumbers[mentee], number);
        }

        private void Wish(KnownMentee mentee)
        {
            if (mentee.Past.Marks.Values.FirstOrDefault(mark => mark.Kind == MarkKind.Pin) is { } pin) wished[mentee.Copy.Id] = pin.MentorId;
            else wished.Remove(mentee.Copy.Id);
        }

        private static List<(int Number, int Score)> RowOf(PackedPeople people, MenteeId id)
        {
            var mentee = people.Mentee(id)!;
            var fit = new byte[people.Mentors.Blocks * PackedMentors.Block];
            people.Fit(mentee, 0, people.Mentors.Blocks, fit);
            List<(int, int)> row = [];
            for (var number = 0; number < fit.Length; number++)
                if (fit[number] != 0) row.Add((number, mentee.ScoreOf(fit[number])));
            return row;
        }

        private IEnumerable<(int Mentee, int Score)> ColumnOf(int mentor)
        {
            var (block, fit) = (mentor / PackedMentors.Block, new byte[PackedMentors.Block]);
            foreach (var (id, number) in menteeNumbers)
            {
                if (everybody.Mentee(id) is not { } known || !everybody.Waits(known)) continue;
                var mentee = People.Mentee(id)!;
                People.Fit(mentee, block, 1, fit);
                if (fit[mentor % PackedMentors.Block] is > 0 and var score) yield return (number, mentee.ScoreOf(score));
            }
        }
    }
}
