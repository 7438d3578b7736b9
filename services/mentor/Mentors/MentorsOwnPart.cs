using Mentoring.Contracts.Mentors;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <content>What is the mentor's own to change: profile, times, referees, training. Who changed it and when is kept.</content>
public sealed partial class Mentor
{
    /// <summary>Changes what the mentor says of themselves, and their phone number.</summary>
    public Decision ChangeProfile(Profile profile, string? phone, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (phone == Phone && Profile.SameAs(profile)) return Decision.AlreadySo;
        Phone = phone;
        Take(profile, now);
        return Changed(Section.Profile, by, now);
    }

    /// <summary>Changes when the mentor is free.</summary>
    public Decision ChangeAvailability(Availability availability, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Availability.SameAs(availability)) return Decision.AlreadySo;
        Take(availability, now);
        return Changed(Section.Availability, by, now);
    }

    /// <summary>Changes who can speak for the mentor. Once they have applied there are always two.</summary>
    public Decision ChangeReferees(IReadOnlyList<Referee> referees, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Referees.SequenceEqual(referees)) return Decision.AlreadySo;
        if (Stage != Stage.Invited && referees.Count < Referee.Needed) return Decision.Refused("Your application rests on two people who can speak for you. Name somebody else instead.");
        if (referees.Any(r => r.Email == Email)) return Decision.Refused("You cannot speak for yourself. Name somebody who knows you.");
        if (referees is [var one, var other] && (one.Name == other.Name || (one.Email is not null && one.Email == other.Email) || (one.Phone is not null && one.Phone == other.Phone)))
            return Decision.Refused("These are the same person twice. Name two people.");
        Referees = referees;
        return Changed(Section.Referees, by, now);
    }

    /// <summary>Changes which training the mentor says they have done.</summary>
    public Decision ChangeTrainings(IReadOnlyList<TrainingDone> trainings, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        TrainingDone[] newestFirst = [.. trainings.Distinct().OrderByDescending(t => t.DoneOn).ThenBy(t => t.Name, StringComparer.Ordinal)];
        if (Trainings.SequenceEqual(newestFirst)) return Decision.AlreadySo;
        Trainings = newestFirst;
        return Changed(Section.Training, by, now);
    }

    /// <summary>
    /// Takes what the partner's list says now. While somebody is only invited the list speaks for all of it; once they
    /// have applied, name and profile are theirs and the list speaks for phone and job title. A blank cell takes nothing away.
    /// </summary>
    public Decision TakeFromPartner(ListedPerson listed, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (!IsChangedBy(listed)) return Decision.AlreadySo;
        Take(listed.PersonOver(this), now);
        if (Stage == Stage.Invited)
        {
            Take(listed.ProfileOver(Profile), now);
            Take(listed.AvailabilityOver(Availability), now);
        }

        return Changed(Section.PartnersList, by, now);
    }

    /// <summary>Whether the partner's list says something else than what is known.</summary>
    public bool IsChangedBy(ListedPerson listed) =>
        listed.PersonOver(this) != Person
        || (Stage == Stage.Invited && !(listed.ProfileOver(Profile).SameAs(Profile) && listed.AvailabilityOver(Availability).SameAs(Availability)));

    // One entry a day is enough to say who changed what, and keeps the list short.
    private Decision Changed(Section section, AccountId by, DateTimeOffset now)
    {
        var today = London.DateAt(now);
        Edits = [.. Edits.Where(e => !(e.Section == section && e.By == by.Value && London.DateAt(e.At) == today)), new Edit { Section = section, At = now, By = by.Value }];
        return Decision.Done;
    }

    private void Take(Profile profile, DateTimeOffset now)
    {
        if (Profile.SameAs(profile)) return;
        Profile = profile;
        TellProfile(now);
    }

    private void Take(Availability availability, DateTimeOffset now)
    {
        if (Availability.SameAs(availability)) return;
        Availability = availability;
        Tell(new MentorAvailabilityChanged { MentorId = Id.Value, Zone = availability.Zone, Weekly = availability.Weekly, Exceptions = availability.Exceptions, At = now });
    }

    // Who has to be 18 reaches 19 this year at least: others know of a young person only the year of birth, and this way they are 18 on every day of it.
    private int? YoungestTold() => Rules.YoungestAge == 0 ? Profile.WelcomesFrom : Math.Max(Rules.YoungestAge + 1, Profile.WelcomesFrom ?? 0);

    private void TellProfile(DateTimeOffset now) => Tell(new MentorProfileChanged
    {
        MentorId = Id.Value,
        PartnerId = PartnerId?.Value,
        GoalAreas = Profile.GoalAreas,
        Interests = Profile.Interests,
        Dislikes = Profile.Dislikes,
        TalkStyles = Profile.TalkStyles,
        Languages = Profile.Languages,
        Traits = Profile.Traits,
        OutwardPostcode = Postcode.Outward(Profile.Postcode),
        InPerson = Profile.InPerson,
        Online = Profile.Online,
        Capacity = Profile.Capacity,
        BornIn = DateOfBirth.Year,
        Sector = Profile.Sector,
        WelcomesFrom = YoungestTold(),
        WelcomesUpTo = Profile.WelcomesUpTo,
        CannotHelpWith = Profile.CannotHelpWith,
        WorksInCareTeams = Profile.WorksInCareTeams,
        At = now,
    });
}
