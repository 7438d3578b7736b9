using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class PlaceTests(SessionService service)
{
    [Fact]
    public async Task In_person_is_at_a_place_of_the_list_that_is_used_and_nowhere_else()
    {
        var world = await World.Of(service);
        var (open, closed) = (await World.APlace(service), await World.APlace(service, closed: true));
        Task<HttpResponseMessage> Book(PlaceId? place, string how = "in-person") => world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2), how: how, placeId: place));
        await Book(null).ShouldBeProblem(HttpStatusCode.Conflict, "Choose where you meet");
        await Book(PlaceId.New()).ShouldBeProblem(HttpStatusCode.Conflict, "not on the programme's list");
        await Book(closed).ShouldBeProblem(HttpStatusCode.Conflict, "not used any more");
        await Book(open, "video").ShouldBeProblem(HttpStatusCode.Conflict, "A place is for meeting in person");
        await Book(open, "phone").ShouldBeProblem(HttpStatusCode.Conflict, "A place is for meeting in person");
        (await Book(open).ShouldBe<MenteesSession>(HttpStatusCode.Created)).PlaceId.ShouldBe(open);
        (await world.AsMentor.Get<ListPlaces.Answer>("/places")).Last.ShouldBe(open);
        (await service.AsMentee().Get<ListPlaces.Answer>("/places")).Last.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_booked_at_a_place_stays_when_the_place_is_used_no_more_both_are_told_and_nothing_moves_to_it()
    {
        var world = await World.Of(service);
        var (place, better) = (await World.APlace(service), await World.APlace(service));
        var session = await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2), how: "in-person", placeId: place)).ShouldBe<MenteesSession>(HttpStatusCode.Created);
        await service.AsCaseworker().Post($"/places/{place}/closing", new { closed = true }).ShouldSucceed();
        await service.AsCaseworker().Post($"/places/{place}/closing", new { closed = true }).ShouldSucceed();
        var told = await service.HeardOnce<SessionPlaceChanged>(f => f.SessionId == session.Id.Value);
        (told.PlaceIsClosed, told.StartsAt).ShouldBe((true, world.Day(2)));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{session.Id}")).StartsAt.ShouldBe(world.Day(2));

        // Moved in time only, by either side or by a yes to another time, it would be at a closed door.
        foreach (var side in (HttpClient[])[world.AsMentor, world.AsMentee])
            await side.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(3) }).ShouldBeProblem(HttpStatusCode.Conflict, "not used any more");
        await world.AsMentee.Post($"/sessions/{session.Id}/proposal", new { startsAt = world.Day(3) }).ShouldBeProblem(HttpStatusCode.Conflict, "not used any more");
        var other = await world.AsMentor.Post(world.SessionsAddress, World.Request(world.Day(4))).ShouldBe<MentorsSession>(HttpStatusCode.Created);
        await world.AsMentor.Post($"/sessions/{other.Id}/move", new { startsAt = world.Day(4), how = "in-person", placeId = place }).ShouldBeProblem(HttpStatusCode.Conflict, "not used any more");
        (await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(3), placeId = better }).ShouldBe<MentorsSession>(HttpStatusCode.OK)).PlaceId.ShouldBe(better);

        var places = await world.AsMentee.Get<ListPlaces.Answer>("/places");
        places.Places.Single(p => p.Id == place).Closed.ShouldBeTrue();
        await service.AsCaseworker().Post($"/places/{place}/closing", new { closed = false }).ShouldSucceed();
        (await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(5), placeId = place }).ShouldBe<MentorsSession>(HttpStatusCode.OK)).PlaceId.ShouldBe(place);
    }

    [Fact]
    public async Task A_yes_to_another_time_does_not_lead_to_a_place_that_was_given_up_meanwhile_and_a_no_is_still_a_no()
    {
        var world = await World.Of(service);
        var place = await World.APlace(service);
        var session = await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2), how: "in-person", placeId: place)).ShouldBe<MenteesSession>(HttpStatusCode.Created);
        await world.AsMentee.Post($"/sessions/{session.Id}/proposal", new { startsAt = world.Day(3) }).ShouldSucceed();
        await service.AsCaseworker().Post($"/places/{place}/closing", new { closed = true }).ShouldSucceed();
        await world.AsMentor.Post($"/sessions/{session.Id}/proposal/answer", new { startsAt = world.Day(3), accept = true }).ShouldBeProblem(HttpStatusCode.Conflict, "choose another place");
        (await world.AsMentor.Get<MentorsSession>($"/sessions/{session.Id}")).StartsAt.ShouldBe(world.Day(2));
        await world.AsMentor.Post($"/sessions/{session.Id}/proposal/answer", new { startsAt = world.Day(3), accept = false }).ShouldSucceed();
    }

    [Fact]
    public async Task A_place_in_other_words_is_told_to_both_and_calendars_take_the_new_words_while_the_reminders_stay()
    {
        var world = await World.Of(service);
        var place = await World.APlace(service);
        async Task<MenteesSession> There(int day) => await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(day), how: "in-person", placeId: place)).ShouldBe<MenteesSession>(HttpStatusCode.Created);
        var (coming, off) = (await There(2), await There(3));
        await world.AsMentee.Post($"/sessions/{off.Id}/cancel", new { }).ShouldSucceed();
        Task<Session> Stored() => service.Db(db => db.Sessions.AsNoTracking().SingleAsync(s => s.Id == coming.Id));
        var planned = (await Stored()).PlannedAt;
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        var words = new { name = $"Town hall {place}", howToFind = "By the fountain.", outwardPostcode = "LE2" };
        await service.AsCaseworker().Put($"/places/{place}", words).ShouldSucceed();
        await service.AsCaseworker().Put($"/places/{place}", words).ShouldSucceed();

        (await service.HeardOnce<SessionPlaceChanged>(f => f.SessionId == coming.Id.Value)).PlaceIsClosed.ShouldBeFalse();
        await service.HeardNo<SessionPlaceChanged>(f => f.SessionId == off.Id.Value);
        var file = await (await world.AsMentor.Get($"/sessions/{coming.Id}/calendar")).Content.ReadAsStringAsync();
        file.ShouldContain("SEQUENCE:1\r\n");
        file.ShouldContain("By the fountain.");
        var stored = await Stored();
        file.ShouldContain($"LAST-MODIFIED:{stored.ChangedAt:yyyyMMdd'T'HHmmss'Z'}\r\n");
        stored.ChangedAt.ShouldBeGreaterThan(planned);
        stored.PlannedAt.ShouldBe(planned, "who planned it long ago is reminded all the same");
        await service.HeardNo<SessionMoved>(f => f.SessionId == coming.Id.Value);
    }

    [Fact]
    public async Task Of_a_closing_and_a_booking_at_once_nobody_is_left_at_a_closed_door_untold()
    {
        for (var round = 0; round < 6; round++)
        {
            var world = await World.Of(service);
            var place = await World.APlace(service);
            var booking = Enumerable.Range(2, 6).Select(day => Task.Run(async () =>
            {
                using var answer = await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(day), how: "in-person", placeId: place));
                return answer.StatusCode == HttpStatusCode.Created;
            })).ToList();
            await service.AsCaseworker().Post($"/places/{place}/closing", new { closed = true }).ShouldSucceed();
            await Task.WhenAll(booking);
            foreach (var session in await service.Db(db => db.Sessions.AsNoTracking().Where(s => s.PlaceId == place).Select(s => s.Id).ToListAsync()))
                (await service.HeardOnce<SessionPlaceChanged>(f => f.SessionId == session.Value)).PlaceIsClosed.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_place_that_somebody_books_is_not_closed_until_they_are_done()
    {
        var place = await World.APlace(service);
        var closed = Task.CompletedTask;
        await service.Db(async db =>
        {
            await using var booking = await db.Database.BeginTransactionAsync();
            (await db.KeepPlaceAt(place, default)).ShouldNotBeNull().ClosedAt.ShouldBeNull();
            closed = service.AsCaseworker().Post($"/places/{place}/closing", new { closed = true }).ShouldSucceed();
            await Eventually.Is(() => service.Db(async other => await other.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%from places%'").SingleAsync() > 0), "the closing waits");
            await booking.CommitAsync();
        });
        await closed;
        (await service.Db(db => db.Places.SingleAsync(p => p.Id == place))).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_place_at_the_same_time_is_told_to_both()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(2), how = "in-person", placeId = await World.APlace(service) }).ShouldSucceed();
        (await service.HeardOnce<SessionPlaceChanged>(f => f.SessionId == session.Id.Value)).StartsAt.ShouldBe(world.Day(2));
    }

    [Fact]
    public async Task What_is_booked_at_a_place_is_seen_by_whose_it_is_and_counted_for_others()
    {
        var (world, other) = (await World.Of(service), await World.Of(service));
        var place = await World.APlace(service);
        foreach (var (of, day) in new[] { (world, 3), (world, 2), (other, 4) })
            await of.AsMentor.Post(of.SessionsAddress, World.Request(of.Day(day), how: "in-person", placeId: place)).ShouldSucceed();
        await world.Book(world.Day(5));
        var mine = await world.AsCaseworker.Get<SeeBookedAt.Answer>($"/places/{place}/booked");
        mine.Total.ShouldBe(3);
        mine.Yours.Select(b => (b.MatchId, b.StartsAt)).ShouldBe([(world.Match, world.Day(2)), (world.Match, world.Day(3))]);
        var all = await service.AsAdministrator().Get<SeeBookedAt.Answer>($"/places/{place}/booked");
        (all.Total, all.Yours.Count).ShouldBe((3, 0));
        await world.AsCaseworker.Get($"/places/{PlaceId.New()}/booked").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_video_session_has_a_room_of_its_own_that_nobody_can_guess()
    {
        var world = await World.Of(service);
        var first = await world.Book(world.Day(2));
        var second = await world.Book(world.Day(3));
        first.VideoLink.ShouldNotBeNull().ShouldMatch("^https://video\\.example/mentoring-[0-9a-f]{32}$");
        second.VideoLink.ShouldNotBe(first.VideoLink);
        (await world.AsMentor.Get<MentorsSession>($"/sessions/{first.Id}")).VideoLink.ShouldBe(first.VideoLink);

        var phone = await world.AsMentor.Post($"/sessions/{first.Id}/move", new { startsAt = first.StartsAt, how = "phone" }).ShouldBe<MentorsSession>(HttpStatusCode.OK);
        phone.VideoLink.ShouldBeNull();
        (await world.AsMentor.Post($"/sessions/{second.Id}/move", new { startsAt = world.Day(4) }).ShouldBe<MentorsSession>(HttpStatusCode.OK)).VideoLink.ShouldBe(second.VideoLink);
        await service.TellAndWait(world.Ended(service.Clock.GetUtcNow().AddDays(10)));
        (await world.AsMentor.Get<MentorsSession>($"/sessions/{second.Id}")).VideoLink.ShouldBeNull();
    }

    [Fact]
    public async Task The_list_is_kept_by_staff_and_two_places_have_two_names()
    {
        var name = $"Museum {PlaceId.New()}";
        var place = await service.AsAdministrator().Post("/places", World.PlaceWords(name)).ShouldBe<APlace>(HttpStatusCode.Created);
        await service.AsCaseworker().Post("/places", World.PlaceWords(name)).ShouldBeProblem(HttpStatusCode.Conflict, "a place of that name");
        var changed = await service.AsCaseworker().Put($"/places/{place.Id}", new { name = name + " café", howToFind = "First floor.", outwardPostcode = "LE2" }).ShouldBe<APlace>(HttpStatusCode.OK);
        (changed.Name, changed.HowToFind, changed.OutwardPostcode).ShouldBe((name + " café", "First floor.", "LE2"));
        await service.AsCaseworker().Post("/places", new { name = "Home", howToFind = "Ring", outwardPostcode = "LE1 6ZG" }).ShouldBeProblem(HttpStatusCode.BadRequest);
    }
}

public sealed class NoVideoTests(NoVideoTests.Own service) : IClassFixture<NoVideoTests.Own>
{
    public sealed class Own() : ServiceFixture<SessionDb>("session");

    [Fact]
    public async Task Without_video_rooms_and_without_places_only_the_phone_is_offered_and_video_is_refused_in_words()
    {
        var world = await World.Of(service);
        (await world.AsMentee.Get<ListPlaces.Answer>("/places")).Video.ShouldBeFalse();
        (await world.AsMentee.Get<ListSlots.Answer>(world.SlotsAddress)).Slots.ShouldAllBe(s => s.Ways.Count == 1 && s.Ways[0] == MeetingWay.Phone);
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2))).ShouldBeProblem(HttpStatusCode.Conflict, "The programme has no video rooms.");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2), how: "phone")).ShouldBe(HttpStatusCode.Created);
    }
}
