using System.Net;
using Mentoring.Testing;
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
    public async Task What_is_booked_at_a_place_stays_when_the_place_is_used_no_more_and_can_still_move()
    {
        var world = await World.Of(service);
        var place = await World.APlace(service);
        var session = await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2), how: "in-person", placeId: place)).ShouldBe<MenteesSession>(HttpStatusCode.Created);
        await service.AsCaseworker().Post($"/places/{place}/closing", new { closed = true }).ShouldSucceed();
        (await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(3) }).ShouldBe<MentorsSession>(HttpStatusCode.OK)).PlaceId.ShouldBe(place);
        var places = await world.AsMentee.Get<ListPlaces.Answer>("/places");
        places.Places.Single(p => p.Id == place).Closed.ShouldBeTrue();
        places.Last.ShouldBeNull();
        await service.AsCaseworker().Post($"/places/{place}/closing", new { closed = false }).ShouldSucceed();
        (await world.AsMentee.Get<ListPlaces.Answer>("/places")).Last.ShouldBe(place);
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
