using Mentoring.Contracts.Matching;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// A mentor and a young person, from the offer to the end. The young person decides first, then the mentor, then the
/// caseworker; a first meeting makes it active. From the offer to the end it holds one of the mentor's places, so that a
/// yes is never disappointed.
/// </summary>
public sealed class Match : Aggregate
{
    /// <summary>By so many days after somebody asked to end it the closing is to be written down: time for a good last meeting.</summary>
    public const int DaysToClose = 21;

    /// <summary>By so many days after it ended at once the closing is to be made up for.</summary>
    public const int DaysToMakeUp = 14;

    /// <summary>The most questions that are open at once.</summary>
    public const int MostOpenQuestions = 10;

    /// <summary>The most words about one ending that are kept beside the first.</summary>
    public const int MostAlsoSaid = 10;

    /// <summary>Said again by the same person within so long, the same words are the same press once more and not a second cry.</summary>
    public static readonly TimeSpan SaidTwice = TimeSpan.FromMinutes(10);

    private Match()
    {
    }

    /// <summary>The match.</summary>
    public required MatchId Id { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Where it stands.</summary>
    public MatchState State { get; private set; } = MatchState.Offered;

    /// <summary>Which of the mentor's places it holds while it is open, 1 to 3. Postgres lets nobody else have the same one.</summary>
    public required short Place { get; init; }

    /// <summary>The suggestion it came from, as it was at the offer.</summary>
    public required Suggestion Suggestion { get; init; }

    /// <summary>The caseworker who offered.</summary>
    public required CaseworkerId OfferedBy { get; init; }

    /// <summary>When it was offered, UTC.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>What the young person wanted to know before deciding, oldest first.</summary>
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    /// <summary>When the young person said yes, UTC.</summary>
    public DateTimeOffset? AgreedByMenteeAt { get; private set; }

    /// <summary>When the mentor said yes, UTC.</summary>
    public DateTimeOffset? AgreedByMentorAt { get; private set; }

    /// <summary>When it was approved, UTC.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>The caseworker who approved.</summary>
    public CaseworkerId? ApprovedBy { get; private set; }

    /// <summary>The first meeting; null until it was written down.</summary>
    public FirstMeeting? FirstMeeting { get; private set; }

    /// <summary>When the match became active, UTC.</summary>
    public DateTimeOffset? ActiveAt { get; private set; }

    /// <summary>When somebody asked to end it, UTC.</summary>
    public DateTimeOffset? EndingAt { get; private set; }

    /// <summary>How it ends.</summary>
    public EndingKind? EndingKind { get; private set; }

    /// <summary>Why it ends other than as planned; null for a planned ending, and where nobody ended it after a meeting.</summary>
    public EndingCause? EndingCause { get; private set; }

    /// <summary>The local date by which the closing is to be written down; null where none is needed.</summary>
    public DateOnly? ClosingDueOn { get; private set; }

    /// <summary>When it was over, whether declined, rejected or ended, UTC.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    /// <summary>Who said no, withdrew it or asked to end it.</summary>
    public Voice? OverBy { get; private set; }

    /// <summary>Why, in the words of whoever said so. Only the caseworker reads it.</summary>
    public string? OverBecause { get; private set; }

    /// <summary>What was said about the ending after the first wish, by the other side or in other words, oldest first: nobody's voice is lost because another asked before. Only the caseworker reads it.</summary>
    public IReadOnlyList<EndingWish> AlsoSaid { get; private set; } = [];

    /// <summary>Whether somebody said that it ends because they, or others in it, do not feel safe.</summary>
    public bool EndsForSafety => EndingCause == Matching.EndingCause.Safety || AlsoSaid.Any(wish => wish.Cause == Matching.EndingCause.Safety);

    /// <summary>When the programme last paused contact between the two, UTC; null when it never did.</summary>
    public DateTimeOffset? ContactPausedAt { get; private set; }

    /// <summary>When contact was last resumed, UTC; null when it never was.</summary>
    public DateTimeOffset? ContactResumedAt { get; private set; }

    /// <summary>Whether contact is paused now: neither side reads who the other is. Of one moment, the more careful word holds.</summary>
    public bool IsContactPaused => ContactPausedAt is not null && !(ContactPausedAt < ContactResumedAt);

    /// <summary>True when it ended without a closing, because one side left or had stopped before the approval: the caseworker still owes both a closing.</summary>
    public bool ClosingOwed { get; private set; }

    /// <summary>The closing; null until it was written down.</summary>
    public Closing? Closing { get; private set; }

    /// <summary>Whether it holds a place of the mentor.</summary>
    public bool IsOpen => State is not (MatchState.Ended or MatchState.Declined or MatchState.Rejected);

    /// <summary>Whether it waits for a word before approval.</summary>
    public bool IsBeforeApproval => State is MatchState.Offered or MatchState.AgreedByMentee or MatchState.AgreedByMentor;

    /// <summary>A caseworker offers a mentor to a young person.</summary>
    public static Match Offer(MenteeId mentee, MentorId mentor, short place, Suggestion suggestion, CaseworkerId by, DateTimeOffset at)
    {
        var match = new Match { Id = MatchId.New(), MenteeId = mentee, MentorId = mentor, Place = place, Suggestion = suggestion, OfferedBy = by, OfferedAt = at };
        match.Tell(new MatchOffered { MatchId = match.Id.Value, MenteeId = mentee.Value, MentorId = mentor.Value, At = at });
        return match;
    }

    /// <summary>Remembers that contact was paused. Facts come in any order: the newest of each kind stays.</summary>
    public void PauseContact(DateTimeOffset at) => ContactPausedAt = at < ContactPausedAt ? ContactPausedAt : at.ToUniversalTime();

    /// <summary>Remembers that contact was resumed.</summary>
    public void ResumeContact(DateTimeOffset at) => ContactResumedAt = at < ContactResumedAt ? ContactResumedAt : at.ToUniversalTime();

    /// <summary>The young person would like to know more. They can ask again; the same again while it is open changes nothing.</summary>
    public Decision Ask(string? words, DateTimeOffset at)
    {
        if (!IsOpen) return Decision.Refused("This is over, so there is nothing to decide any more. You can talk to your caseworker any time.");
        if (State > MatchState.Approved) return Decision.Refused("You two have met already. Ask your mentor, or your caseworker.");
        var kept = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var open = Questions.Where(q => q.AnsweredAt is null).ToList();
        if (open.Exists(q => q.Words == kept)) return Decision.AlreadySo;
        if (open.Count >= MostOpenQuestions) return Decision.Refused("Your caseworker has many questions from you already. They will talk to you soon.");
        Questions = [.. Questions, new() { AskedAt = at, Words = kept }];
        return Decision.Done;
    }

    /// <summary>The caseworker has talked with the young person about everything they asked.</summary>
    public Decision Answer(string? answer, CaseworkerId by, DateTimeOffset at)
    {
        if (Questions.Count == 0) return Decision.Refused("The young person has not asked anything.");
        if (Questions.All(q => q.AnsweredAt is not null)) return Decision.AlreadySo;
        var kept = string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
        Questions = [.. Questions.Select(q => q.AnsweredAt is not null ? q : q with { AnsweredAt = at, AnsweredBy = by, Answer = kept })];
        return Decision.Done;
    }

    /// <summary>The young person says yes.</summary>
    public Decision AgreeAsMentee(DateTimeOffset at)
    {
        if (IsOpen && State != MatchState.Offered) return Decision.AlreadySo;
        if (!IsOpen)
        {
            return Decision.Refused(OverBy == Voice.Mentee
                ? "You said no to this mentor before. If you feel different now, tell your caseworker."
                : "This mentor is not free any more. It is not about you. Your caseworker can find you other mentors.");
        }

        (State, AgreedByMenteeAt) = (MatchState.AgreedByMentee, at);
        Tell(new MatchAgreedByMentee { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, At = at });
        return Decision.Done;
    }

    /// <summary>
    /// The young person says no, at any time before the two have met. Once the match is approved the others already know of
    /// it, so from there the no ends it at once and for everybody.
    /// </summary>
    public Decision DeclineAsMentee(string? why, DateTimeOffset at)
    {
        if (!IsOpen)
            return OverBy == Voice.Mentee ? Decision.AlreadySo : Decision.Refused("This is over already. You do not need to do anything.");
        if (State is MatchState.Active or MatchState.Ending)
            return Decision.Refused("You two have met already. You can still stop: ask to end it. Nobody will be cross with you.");
        if (State == MatchState.Approved) return End(Matching.EndingKind.Early, Voice.Mentee, why, at);
        return Decline(Voice.Mentee, why, at);
    }

    /// <summary>The mentor says yes, after the young person did.</summary>
    public Decision AgreeAsMentor(DateTimeOffset at)
    {
        if (State == MatchState.Offered) return Decision.Refused("The young person decides first.");
        if (IsOpen && State != MatchState.AgreedByMentee) return Decision.AlreadySo;
        if (!IsOpen) return Decision.Refused("This match is over, so there is nothing to answer any more.");
        (State, AgreedByMentorAt) = (MatchState.AgreedByMentor, at);
        Tell(new MatchAgreedByMentor { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, At = at });
        return Decision.Done;
    }

    /// <summary>The mentor says no, before approval.</summary>
    public Decision DeclineAsMentor(string? why, DateTimeOffset at)
    {
        if (State == MatchState.Offered) return Decision.Refused("The young person decides first.");
        if (!IsOpen) return OverBy == Voice.Mentor ? Decision.AlreadySo : Decision.Refused("This match is over, so there is nothing to answer any more.");
        return IsBeforeApproval
            ? Decline(Voice.Mentor, why, at)
            : Decision.Refused("This match is approved. To stop, ask to end it.");
    }

    /// <summary>The caseworker approves, when everything that <see cref="Approval"/> asks for holds at that very moment.</summary>
    /// <param name="mentor">The mentor, whose row the caller holds.</param>
    /// <param name="others">How many other matches of the mentor are approved and not over.</param>
    /// <param name="mentee">The young person, whose row the caller holds.</param>
    /// <param name="by">The caseworker.</param>
    /// <param name="at">The moment, UTC.</param>
    public Decision Approve(MentorCopy mentor, int others, MenteeCopy mentee, CaseworkerId by, DateTimeOffset at)
    {
        if (State is MatchState.Approved or MatchState.Active or MatchState.Ending) return Decision.AlreadySo;
        if (!IsOpen) return Decision.Refused("This match is over and cannot be approved.");
        if (Approval.Conditions(this, mentor, others, mentee, at).Where(c => !c.Holds).Select(c => c.Says).ToArray() is [_, ..] missing) return Decision.Refused(string.Join(' ', missing));
        (State, ApprovedAt, ApprovedBy) = (MatchState.Approved, at, by);
        Tell(new MatchApproved { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, At = at });
        return Decision.Done;
    }

    /// <summary>An offer is taken back before approval: by the caseworker, or by the programme when another mentor was chosen or one side is not free any more.</summary>
    public Decision Reject(Voice by, string because, DateTimeOffset at)
    {
        if (State == MatchState.Rejected) return Decision.AlreadySo;
        if (!IsBeforeApproval) return Decision.Refused(IsOpen ? "This match is approved. It can be ended, not rejected." : "This match is over already.");
        Over(MatchState.Rejected, by, because, at);
        Tell(new MatchRejected { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, At = at });
        return Decision.Done;
    }

    /// <summary>The caseworker writes down the first meeting of all three, which makes the match active.</summary>
    public Decision Meet(FirstMeeting meeting, MentorCopy mentor, MenteeCopy mentee, DateTimeOffset at)
    {
        if (State is MatchState.Active or MatchState.Ending) return Decision.AlreadySo;
        if (State != MatchState.Approved) return Decision.Refused(IsOpen ? "The match must be approved before the first meeting." : "This match is over.");
        if (!meeting.EverybodyThere) return Decision.Refused("The first meeting counts when the young person, the mentor and their caseworker were all there. Arrange another one.");
        if (meeting.HeldOn > London.DateAt(at)) return Decision.Refused("The first meeting cannot lie in the future. Write it down once it was held.");
        if (meeting.HeldOn < London.DateAt(ApprovedAt!.Value)) return Decision.Refused("The first meeting cannot be earlier than the approval.");
        if (NotInForce(mentor, mentee, at) is { } why) return Decision.Refused(why);
        (State, ActiveAt, FirstMeeting) = (MatchState.Active, at, meeting);
        Tell(new MatchActivated { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, At = at });
        return Decision.Done;
    }

    /// <summary>
    /// Somebody asks to end it. The closing is prepared; last sessions may still be held. Before the two have met there is
    /// nothing to close, so from there it is over at once. Who asks when another did before is heard too: their words are kept
    /// beside the first. A word that somebody does not feel safe is told at once, whoever says it and however often, also when the match is over.
    /// </summary>
    /// <param name="kind">How it ends.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="because">Why, in their words, if they want to say.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <param name="cause">Why it ends other than as planned. A young person may leave it out.</param>
    /// <param name="haveMet">Whether the two have met, although that is not written down: then there is something to close.</param>
    public Decision AskToEnd(EndingKind kind, Voice by, string? because, DateTimeOffset at, EndingCause? cause = null, bool haveMet = false)
    {
        if (State == MatchState.Ended && !ClosingOwed && cause != Matching.EndingCause.Safety) return Decision.AlreadySo;
        var isFirst = State is MatchState.Approved or MatchState.Active;
        if (!isFirst && State is not (MatchState.Ending or MatchState.Ended))
            return Decision.Refused(IsOpen ? "This match has not begun yet. A no is enough to stop it." : "This match is over already.");
        if (kind == Matching.EndingKind.Planned && cause is not null) return Decision.Refused("A planned ending needs no reason from the list. Leave it out, or choose that it ends earlier.");
        if (kind != Matching.EndingKind.Planned && cause is null && by != Voice.Mentee) return Decision.Refused("Choose why it ends earlier than planned, so that the programme can learn from it.");
        EndingCause? counted = kind == Matching.EndingKind.Planned ? null : cause ?? Matching.EndingCause.NotSaid;
        var words = string.IsNullOrWhiteSpace(because) ? null : because.Trim();
        if (!isFirst && !Hear(new() { By = by, Kind = kind, Cause = counted, Because = words, At = at })) return Decision.AlreadySo;
        if (cause == Matching.EndingCause.Safety) Tell(new MatchEndsForSafety { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, By = by.Word(), At = at });
        if (!isFirst) return Decision.Done;

        EndingCause = counted;
        if (State == MatchState.Approved && !haveMet) return End(kind, by, words, at);
        (State, EndingAt, EndingKind, OverBy, OverBecause, ClosingDueOn) = (MatchState.Ending, at, kind, by, words, London.DateAt(at).AddDays(DaysToClose));
        Tell(new MatchEnding
        {
            MatchId = Id.Value,
            MenteeId = MenteeId.Value,
            MentorId = MentorId.Value,
            Kind = kind.Word(),
            By = by.Word(),
            At = at,
        });
        return Decision.Done;
    }

    /// <summary>Whether one of the two, or the caseworker, said that it ends because somebody does not feel safe.</summary>
    public bool SaidNotSafe(Voice voice) =>
        (OverBy == voice && EndingCause == Matching.EndingCause.Safety) || AlsoSaid.Any(wish => wish.By == voice && wish.Cause == Matching.EndingCause.Safety);

    /// <summary>The caseworker writes down the closing. Ends an ending match; for one that ended without a closing it pays what was owed.</summary>
    public Decision Close(Closing closing, DateTimeOffset at)
    {
        if (Closing is not null) return Decision.AlreadySo;

        // Approved and over without a closing: the two may have met all the same, and then it is not too late to say how it was.
        if (State == MatchState.Ended && ApprovedAt is null) return Decision.Refused("This match ended before the two met, so there is nothing to close.");
        if (State is not (MatchState.Ending or MatchState.Ended)) return Decision.Refused("Ask to end the match first, so that both know.");
        if (closing.HeldOn > London.DateAt(at)) return Decision.Refused("The closing session cannot lie in the future. Write it down once it was held.");
        (Closing, ClosingOwed) = (closing, false);
        return State == MatchState.Ended ? Decision.Done : End(EndingKind!.Value, OverBy!.Value, OverBecause, at);
    }

    /// <summary>One side left the programme: before approval the offer is taken back; from there the match ends at once and a closing is owed.</summary>
    public Decision OneSideLeft(string because, DateTimeOffset at)
    {
        if (!IsOpen) return Decision.AlreadySo;
        return IsBeforeApproval ? Reject(Voice.Programme, because, at) : EndOwingAClosing(because, at, Matching.EndingCause.LeftProgramme);
    }

    /// <summary>It turns out that one side had stopped already when this was approved: unless the two have met, the approval does not stand.</summary>
    /// <param name="stopped">When that side stopped, UTC.</param>
    /// <param name="because">Why they stopped, for the caseworker.</param>
    /// <param name="at">The moment, UTC.</param>
    public Decision UndoApprovalSince(DateTimeOffset stopped, string because, DateTimeOffset at) =>
        State == MatchState.Approved && ApprovedAt >= stopped ? EndOwingAClosing(because, at, cause: null) : Decision.AlreadySo;

    private bool Hear(EndingWish wish)
    {
        var says = wish.Because is not null || wish.Kind == Matching.EndingKind.Planned || wish.Cause is not (null or Matching.EndingCause.NotSaid);
        var isTheFirst = (wish.By, wish.Kind, wish.Cause, wish.Because) == (OverBy, EndingKind, EndingCause, OverBecause);
        if (wish.Cause == Matching.EndingCause.Safety)
        {
            // Whoever says so days later, even in the very same words, may have been hurt again.
            var before = AlsoSaid.Where(said => said with { At = wish.At } == wish).Select(said => (DateTimeOffset?)said.At).Max() ?? (isTheFirst ? EndingAt ?? OverAt : null);
            if (wish.At - before < SaidTwice) return false;

            // Ten are more than enough to hear somebody out; that somebody does not feel safe is never too much: then the newest stands for the one before.
            var last = AlsoSaid.Count < MostAlsoSaid ? null : AlsoSaid.LastOrDefault(said => said.By == wish.By && said.Cause == Matching.EndingCause.Safety);
            AlsoSaid = [.. AlsoSaid.Where(said => !ReferenceEquals(said, last)), wish];
            return true;
        }

        if (!says || isTheFirst || AlsoSaid.Any(said => said with { At = wish.At } == wish)) return false;
        if (AlsoSaid.Count >= MostAlsoSaid) return false;
        AlsoSaid = [.. AlsoSaid, wish];
        return true;
    }

    private static string? NotInForce(MentorCopy mentor, MenteeCopy mentee, DateTimeOffset at)
    {
        var today = London.DateAt(at);
        var sentences = new[] { mentor.WhyNotCleared(today), mentee.WhyNotReady(today) }.OfType<string>().ToArray();
        return sentences.Length == 0 ? null : string.Join(' ', sentences);
    }

    private Decision Decline(Voice by, string? why, DateTimeOffset at)
    {
        Over(MatchState.Declined, by, why, at);
        Tell(new MatchDeclined { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, By = by.Word(), At = at });
        return Decision.Done;
    }

    private Decision EndOwingAClosing(string because, DateTimeOffset at, EndingCause? cause)
    {
        var due = London.DateAt(at).AddDays(DaysToMakeUp);
        (ClosingOwed, ClosingDueOn) = (true, ClosingDueOn < due ? ClosingDueOn : due);

        // Who asked to end it, and why, is not written over by what came after.
        if (State == MatchState.Ending) return End(EndingKind!.Value, OverBy!.Value, OverBecause, at);
        EndingCause = cause;
        return End(Matching.EndingKind.Unwilling, Voice.Programme, because, at);
    }

    private Decision End(EndingKind kind, Voice by, string? because, DateTimeOffset at)
    {
        Over(MatchState.Ended, by, because, at);
        EndingKind = kind;
        Tell(new MatchEnded { MatchId = Id.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, Kind = kind.Word(), At = at });
        return Decision.Done;
    }

    private void Over(MatchState state, Voice by, string? because, DateTimeOffset at) =>
        (State, OverBy, OverBecause, OverAt) = (state, by, because, at);
}
