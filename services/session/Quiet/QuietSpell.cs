using Mentoring.Contracts.Sessions;
using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>
/// A time without contact in a match, from its 14th day on. Its key is the match and the day of the last contact, so that it is begun
/// once, however many instances look; the next contact makes it a thing of the past.
/// </summary>
public sealed class QuietSpell : Aggregate
{
    /// <summary>After so many days those who look after the match are told once more.</summary>
    public const int AgainAfter = 4;

    private QuietSpell()
    {
    }

    /// <summary>The match.</summary>
    public MatchId MatchId { get; private init; }

    /// <summary>The date in London of the last contact.</summary>
    public DateOnly LastContactOn { get; private init; }

    /// <summary>The young person.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>The mentor.</summary>
    public MentorId MentorId { get; private init; }

    /// <summary>When it was told for the first time, UTC.</summary>
    public DateTimeOffset ToldAt { get; private init; }

    /// <summary>When everybody was told once more, UTC; null until then.</summary>
    public DateTimeOffset? AgainAt { get; private set; }

    /// <summary>The accounts of those who were told so far.</summary>
    public IReadOnlyList<Guid> ToldTo { get; private set; } = [];

    /// <summary>A match has gone quiet.</summary>
    /// <param name="match">The match.</param>
    /// <param name="lastContact">The date in London of the last contact.</param>
    /// <param name="lookingAfter">Who looks after it today: the caseworker, and whoever covers for them.</param>
    /// <param name="now">The moment, UTC.</param>
    public static QuietSpell Begin(MatchCopy match, DateOnly lastContact, IReadOnlyList<CaseworkerId> lookingAfter, DateTimeOffset now)
    {
        var spell = new QuietSpell
        {
            MatchId = match.Id,
            LastContactOn = lastContact,
            MenteeId = match.MenteeId,
            MentorId = match.MentorId,
            ToldAt = now,
            ToldTo = [.. lookingAfter.Select(c => c.Value)],
        };
        spell.Tell(new MatchWentQuiet { MatchId = match.Id.Value, MenteeId = match.MenteeId.Value, MentorId = match.MentorId.Value, LastContactOn = lastContact, Tell = spell.ToldTo, At = now });
        return spell;
    }

    /// <summary>It is quiet still: everybody who looks after it is told once more after <see cref="AgainAfter"/> days, and at any time whoever is new to it.</summary>
    /// <param name="lookingAfter">Who looks after it today.</param>
    /// <param name="now">The moment, UTC.</param>
    public Decision GoOn(IReadOnlyList<CaseworkerId> lookingAfter, DateTimeOffset now)
    {
        var isTime = AgainAt is null && London.DateAt(ToldAt).AddDays(AgainAfter) <= London.DateAt(now);
        Guid[] tell = [.. lookingAfter.Select(c => c.Value).Where(c => isTime || !ToldTo.Contains(c))];
        if (tell.Length == 0) return Decision.AlreadySo;
        if (isTime) AgainAt = now;
        ToldTo = [.. ToldTo.Union(tell)];
        Tell(new MatchStillQuiet { MatchId = MatchId.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, LastContactOn = LastContactOn, Tell = tell, At = now });
        return Decision.Done;
    }
}
